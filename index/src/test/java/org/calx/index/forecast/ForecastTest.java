package org.calx.index.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.calx.index.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForecastTest {
    private static final long SEED = Long.getLong("calx.seed", 20260722L);

    @Test
    void aSeasonIsContinued() {
        double[] values = new double[6 * 40];
        Arrays.setAll(values, at -> 50 + 20 * Math.sin(2 * Math.PI * at / 6) + at % 5 * 0.01);
        SeriesForecast forecast = SeriesForecast.of(values, 6, 6, null);

        assertThat(forecast.season()).isEqualTo(6);
        double[] chosen = forecast.forecasts().get(SeriesForecast.CHOSEN);
        for (int step = 0; step < 6; step++) {
            assertThat(chosen[step]).isEqualTo(50 + 20 * Math.sin(2 * Math.PI * step / 6), within(0.5));
        }
    }

    @Test
    void aRandomWalkHasNoSeasonAndNothingBeatsItsLastValue() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        double[] values = new double[400];
        values[0] = 100;
        for (int at = 1; at < values.length; at++) {
            values[at] = values[at - 1] + random.nextGaussian();
        }
        SeriesForecast forecast = SeriesForecast.of(values, 5, 7, null);

        assertThat(forecast.season()).isEqualTo(1);
        double ratio = forecast.evaluation().meanAbsoluteError(SeriesForecast.CHOSEN, 5)
                / forecast.evaluation().meanAbsoluteError("naive", 5);
        assertThat(ratio).isBetween(0.85, 1.15);
    }

    @Test
    void aSuddenChangeIsFound() {
        double[] values = new double[100];
        Arrays.setAll(values, at -> (at < 60 ? 10 : 15) + 0.1 * Math.sin(at));

        assertThat(SeriesForecast.of(values, 3, 1, null).changes()).containsExactly(60);
    }

    /**
     * By hand: differences of losses 1, 1, 1, 3 have mean 1.5 and variance 0.75; the statistic is 1.5 / sqrt(0.75 / 4) times
     * sqrt(3 / 4), that is 3.0; two-sided with three degrees of freedom 0.0577 (table of Student's distribution).
     */
    @Test
    void dieboldMarianoByHand() {
        double[] losses = {2, 3, 4, 5};
        double[] others = {1, 2, 3, 2};

        assertThat(DieboldMariano.pValue(losses, others, 1, 1)).isEqualTo(0.0577, within(1e-4));
        assertThat(DieboldMariano.pValue(losses, losses, 1, 1)).isEqualTo(1);
    }

    @Test
    void tooFewValuesAreRefused() {
        assertThatThrownBy(() -> SeriesForecast.of(new double[10], 5, 1, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too few");
    }

    /** The regression beats the last day's hours on every hour of the next day in Germany's market. */
    @Test
    void theRegressionBeatsTheSeasonalNaiveOnGermanPower() {
        SeriesFile.Series german = SeriesFile.read(SharedData.file("elec_epf_benchmark/epf_day_ahead.csv.gz"), null)
                .get("DE");
        WalkForward walk = WalkForward.run(
                german.values(), List.of(new SeasonalNaive(24), new SeasonalRegression(24, false)), 24, 24, 182);
        for (int step = 1; step <= 24; step++) {
            assertThat(walk.meanAbsoluteError("regression", step))
                    .as("hour " + step)
                    .isLessThan(walk.meanAbsoluteError("seasonalNaive", step));
        }
        assertThat(walk.significance("regression", "seasonalNaive", 12)).isLessThan(0.01);
    }

    /** In the last half year and in the one before it, which nothing was chosen on, no hour is worse than the last day's. */
    @ParameterizedTest
    @ValueSource(strings = {"BE", "DE", "NP", "PJM"})
    void theCombinationBeatsTheSeasonalNaiveAtEveryHourOfEveryMarket(String market) {
        double[] values = SeriesFile.read(SharedData.file("elec_epf_benchmark/epf_day_ahead.csv.gz"), null)
                .get(market)
                .values();
        assertEveryHourIsBetter(market, values);
        assertEveryHourIsBetter(market, Arrays.copyOf(values, values.length - 182 * 24));
    }

    private static void assertEveryHourIsBetter(String market, double[] values) {
        Forecaster combination = new ShrunkCombination(
                List.of(new SeasonalRegression(24, false), new SeasonalRegression(24, true)), 24, 7);
        WalkForward walk = WalkForward.run(values, List.of(new SeasonalNaive(24), combination), 24, 24, 182);
        double ours = 0;
        double theirs = 0;
        for (int step = 1; step <= 24; step++) {
            double mine = walk.meanAbsoluteError("combination", step);
            double naive = walk.meanAbsoluteError("seasonalNaive", step);
            assertThat(mine).as(market + ", hour " + step).isLessThan(naive);
            ours += mine;
            theirs += naive;
        }
        assertThat(ours / theirs).as(market).isLessThan(0.9);
    }

    /** A series that the members forecast badly: shrinking keeps the combination near the naive one. */
    @Test
    void membersThatMisleadAreShrunkAway() {
        Random random = new Random(SEED);
        double[] values = new double[300];
        for (int at = 1; at < values.length; at++) {
            values[at] = values[at - 1] + random.nextGaussian();
        }
        Forecaster wild = new Forecaster() {
            @Override
            public String name() {
                return "wild";
            }

            @Override
            public double[] forecast(double[] history, int horizon) {
                double[] ahead = new double[horizon];
                Arrays.fill(ahead, history[history.length - 1] + (history.length % 2 == 0 ? 6 : -6));
                return ahead;
            }
        };
        WalkForward walk = WalkForward.run(
                values, List.of(new SeasonalNaive(1), wild, new ShrunkCombination(List.of(wild), 1, 30)), 1, 1, 100);

        assertThat(walk.meanAbsoluteError("wild", 1)).isGreaterThan(4 * walk.meanAbsoluteError("naive", 1));
        assertThat(walk.meanAbsoluteError("combination", 1)).isLessThan(1.1 * walk.meanAbsoluteError("naive", 1));
    }
}
