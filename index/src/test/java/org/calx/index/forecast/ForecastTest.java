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
        SeriesForecast forecast = SeriesForecast.of(values, 6, 6, null, Factors.NONE);

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
        SeriesForecast forecast = SeriesForecast.of(values, 5, 7, null, Factors.NONE);

        assertThat(forecast.season()).isEqualTo(1);
        double ratio = forecast.evaluation().meanAbsoluteError(SeriesForecast.CHOSEN, 5)
                / forecast.evaluation().meanAbsoluteError("naive", 5);
        assertThat(ratio).isBetween(0.85, 1.15);
    }

    @Test
    void aSuddenChangeIsFound() {
        double[] values = new double[100];
        Arrays.setAll(values, at -> (at < 60 ? 10 : 15) + 0.1 * Math.sin(at));

        assertThat(SeriesForecast.of(values, 3, 1, null, Factors.NONE).changes())
                .containsExactly(60);
    }

    /**
     * By hand: differences of losses 1, 1, 1, 3 have mean 1.5 and variance 0.75; the statistic is 1.5 / sqrt(0.75 / 4) times
     * sqrt(3 / 4), that is 3.0; two-sided with three degrees of freedom 0.0577 (table of Student's distribution).
     */
    @Test
    void dieboldMarianoByHand() {
        double[] losses = {2, 3, 4, 5};
        double[] others = {1, 2, 3, 2};

        assertThat(DieboldMariano.of(losses, others, 1, 1).statistic()).isEqualTo(3, within(1e-12));
        assertThat(DieboldMariano.of(losses, others, 1, 1).pValue()).isEqualTo(0.0577, within(1e-4));
        assertThat(DieboldMariano.of(others, losses, 1, 1).statistic()).isEqualTo(-3, within(1e-12));
        assertThat(DieboldMariano.of(losses, losses, 1, 1)).isEqualTo(new DieboldMariano(0, 1));
    }

    /** Intervals are judged on values that came after what they were made from: where the series grows wilder they hold too few. */
    @Test
    void coverageIsMeasuredOnLaterValues() {
        Random random = new Random(SEED);
        double[] steady = new double[600];
        double[] wilder = new double[600];
        for (int at = 1; at < steady.length; at++) {
            double shock = random.nextGaussian();
            steady[at] = steady[at - 1] + shock;
            wilder[at] = wilder[at - 1] + shock * Math.exp(at / 40.0);
        }
        List<Forecaster> naive = List.of(new SeasonalNaive(1));

        assertThat(WalkForward.run(steady, naive, 3, 1, 182).coverage("naive", 3, 0.95))
                .isBetween(0.85, 1.0);
        assertThat(WalkForward.run(wilder, naive, 3, 1, 182).coverage("naive", 3, 0.95))
                .isLessThan(0.85);
        assertThat(WalkForward.run(steady, naive, 3, 1, 10).coverage("naive", 1, 0.95))
                .isNaN();
    }

    /** A series that is noise around a bend in its factor: only who knows the factor ahead can tell it, trees better than a line. */
    @Test
    void factorsHelpWhenTheyAreKnownAhead() {
        Random random = new Random(SEED);
        double[] demand = new double[1_000];
        double[] values = new double[1_000];
        for (int at = 0; at < values.length; at++) {
            demand[at] = random.nextGaussian();
            values[at] = 50 + (demand[at] > 0 ? 10 : 0) + 0.5 * random.nextGaussian();
        }
        Factors known = new Factors(List.of(demand), List.of());
        Factors observed = new Factors(List.of(), List.of(demand));
        Forecaster naive = new SeasonalNaive(1);
        WalkForward ahead = WalkForward.run(
                values, List.of(naive, RidgeRegression.withFactors(1, known), new BoostedTrees(1, known)), 2, 1, 500);
        WalkForward behind = WalkForward.run(values, List.of(RidgeRegression.withFactors(1, observed)), 2, 1, 500);

        double line = ahead.meanAbsoluteError("factorRegression", 2);
        assertThat(line).isLessThan(0.8 * ahead.meanAbsoluteError("naive", 2));
        assertThat(ahead.meanAbsoluteError("boostedTrees", 2)).isLessThan(0.7 * line);
        assertThat(ahead.test("boostedTrees", "naive").statistic()).isNegative();
        assertThat(ahead.test("boostedTrees", "naive").pValue()).isLessThan(0.001);
        assertThat(behind.meanAbsoluteError("factorRegression", 2)).isGreaterThan(1.2 * line);
    }

    @Test
    void tooFewValuesAreRefused() {
        assertThatThrownBy(() -> SeriesForecast.of(new double[10], 5, 1, null, Factors.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too few");
    }

    /** The regression beats the last day's hours on every hour of the next day in Germany's market. */
    @Test
    void theRegressionBeatsTheSeasonalNaiveOnGermanPower() {
        SeriesFile.Series german = SeriesFile.read(
                        SharedData.file("elec_epf_benchmark/epf_day_ahead.csv.gz"), null, List.of())
                .get("DE");
        WalkForward walk = WalkForward.run(
                german.values(), List.of(new SeasonalNaive(24), RidgeRegression.seasonal(24, false)), 24, 24, 182);
        for (int step = 1; step <= 24; step++) {
            assertThat(walk.meanAbsoluteError("regression", step))
                    .as("hour " + step)
                    .isLessThan(walk.meanAbsoluteError("seasonalNaive", step));
        }
        assertThat(walk.test("regression", "seasonalNaive", 12).pValue()).isLessThan(0.01);
    }

    /** In the last half year and in the one before it, which nothing was chosen on, no hour is worse than the last day's. */
    @ParameterizedTest
    @ValueSource(strings = {"BE", "DE", "NP", "PJM"})
    void theCombinationBeatsTheSeasonalNaiveAtEveryHourOfEveryMarket(String market) {
        double[] values = SeriesFile.read(SharedData.file("elec_epf_benchmark/epf_day_ahead.csv.gz"), null, List.of())
                .get(market)
                .values();
        assertEveryHourIsBetter(market, values);
        assertEveryHourIsBetter(market, Arrays.copyOf(values, values.length - 182 * 24));
    }

    private static void assertEveryHourIsBetter(String market, double[] values) {
        Forecaster combination = new ShrunkCombination(
                List.of(
                        RidgeRegression.seasonal(24, false),
                        RidgeRegression.seasonal(24, true),
                        new BoostedTrees(24, Factors.NONE)),
                24,
                7);
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
