package org.calx.pricing.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.calx.pricing.Seed;
import org.junit.jupiter.api.Test;

class FuturesTest {
    private final Random random = Seed.random(FuturesTest.class);

    /** Two days fixed at 2.40 and 2.60, three expected at 3.00: 14 / 5, three fifths open. */
    @Test
    void monthIsTheMeanOfFixedAndExpectedDays() {
        MonthMark mark = MonthMark.of(new double[] {2.4, 2.6}, new double[] {3, 3, 3});
        assertThat(mark.price()).isCloseTo(2.8, within(1e-15));
        assertThat(mark.openShare()).isCloseTo(0.6, within(1e-15));
        assertThat(MonthMark.varianceShare(1)).isEqualTo(1);
        assertThat(MonthMark.varianceShare(1_000_000)).isCloseTo(1 / 3.0, within(1e-6));
        assertThatThrownBy(() -> MonthMark.of(new double[0], new double[0])).hasMessageContaining("days");
    }

    @Test
    void perpetualIsTheMiddleOfThree() {
        PerpetualMark mark = new PerpetualMark(60);
        // The book's middle is the index: only last trades far away, which the middle of three ignores.
        assertThat(mark.mark(0, 2.50, 2.49, 2.51, 9)).isEqualTo(2.50);
        // After one memory of a premium of 0.10: 2.50, 2.50 + 0.10 (1 - 1/e) and 2.61.
        assertThat(mark.mark(60, 2.50, 2.59, 2.61, 9)).isCloseTo(2.50 + 0.10 * (1 - Math.exp(-1)), within(1e-12));
        // A book pulled far away moves the mark no further than the smoothed premium.
        assertThat(mark.mark(60, 2.50, 8, 9, 9)).isLessThan(2.57);
        assertThatThrownBy(() -> mark.mark(59, 2.5, 2.5, 2.5, 2.5)).hasMessageContaining("run back");
        assertThat(PerpetualMark.funding(0.02, 2.5, 0.005)).isEqualTo(0.0125);
        assertThat(PerpetualMark.funding(-0.01, 2.5, 0.005)).isEqualTo(-0.01);
    }

    /** The closed form against 400,000 simulated ends, with a launch that comes with probability 0.7. */
    @Test
    void schwartzSmithFutureIsTheSimulatedMean() {
        SchwartzSmith model = new SchwartzSmith(1.49, 0.286, 0.145, 0.3, 0, -0.012, 0.157);
        List<Launch> launches = List.of(new Launch(0.4, 0.7, -0.35, 0.1), new Launch(1.5, 1, -0.5, 0));
        double years = 1;
        int paths = 400_000;
        double sum = 0;
        double squares = 0;
        double k = model.meanReversion();
        double kept = Math.exp(-k * years);
        double vShort = model.shortVolatility() * Math.sqrt((1 - kept * kept) / (2 * k));
        double vLong = model.longVolatility() * Math.sqrt(years);
        double shared = model.correlation() * model.shortVolatility() * model.longVolatility() * (1 - kept) / k;
        double rho = shared / (vShort * vLong);
        for (int i = 0; i < paths; i++) {
            double a = random.nextGaussian();
            double b = rho * a + Math.sqrt(1 - rho * rho) * random.nextGaussian();
            double log = kept * 0.2 - (1 - kept) * model.shortPremium() / k + vShort * a;
            log += 1 + model.riskNeutralDrift() * years + vLong * b;
            log += random.nextDouble() < 0.7 ? -0.35 + 0.1 * random.nextGaussian() : 0;
            sum += Math.exp(log) / paths;
            squares += Math.exp(2 * log) / paths;
        }
        double error = Math.sqrt((squares - sum * sum) / paths);
        assertThat(model.future(0.2, 1, years, launches)).isCloseTo(sum, within(4 * error));
        assertThat(model.variance(1, 0)).isCloseTo(vShort * vShort + vLong * vLong + 2 * shared, within(1e-15));
    }

    /** Prices simulated with the paper's oil parameters come back, and none of them is better than what was found. */
    @Test
    void filterFindsTheParametersBehindPrices() {
        SchwartzSmith truth = new SchwartzSmith(1.49, 0.286, 0.145, 0.3, 0.03, -0.012, 0.157);
        double[] maturities = {1 / 12.0, 5 / 12.0, 9 / 12.0, 13 / 12.0, 17 / 12.0};
        List<FuturesDate> dates = new ArrayList<>();
        double deviation = 0.1;
        double level = 3;
        double years = 0;
        for (int i = 0; i < 600; i++) {
            // Weeks, and now and then a fortnight; each date has a future less than all.
            double step = i % 10 == 0 ? 2 / 52.0 : 1 / 52.0;
            years += step;
            double kept = Math.exp(-1.49 * step);
            double a = random.nextGaussian();
            double b = 0.3 * a + Math.sqrt(1 - 0.09) * random.nextGaussian();
            deviation = deviation * kept + 0.286 * Math.sqrt((1 - kept * kept) / (2 * 1.49)) * a;
            level += 0.03 * step + 0.145 * Math.sqrt(step) * b;
            double[] own = new double[maturities.length - 1];
            double[] logs = new double[own.length];
            for (int j = 0; j < own.length; j++) {
                own[j] = maturities[(i + j) % maturities.length];
                logs[j] =
                        truth.weight(own[j]) * deviation + level + truth.offset(own[j]) + 0.005 * random.nextGaussian();
            }
            dates.add(new FuturesDate(years, own, logs));
        }
        SchwartzSmithFilter filter = new SchwartzSmithFilter(dates);
        SchwartzSmithFilter.Calibration found = filter.calibrate();
        assertThat(found.logLikelihood()).isGreaterThan(filter.logLikelihood(truth, 0.005) - 0.01);
        double[] real = {1.49, 0.286, 0.145, 0.3, 0.03, -0.012, 0.157, 0.005};
        SchwartzSmith model = found.model();
        double[] estimates = {
            model.meanReversion(),
            model.shortVolatility(),
            model.longVolatility(),
            model.correlation(),
            model.drift(),
            model.riskNeutralDrift(),
            model.shortPremium(),
            found.errorDeviation()
        };
        for (int i = 0; i < real.length; i++) {
            assertThat(estimates[i]).as("parameter %d", i).isCloseTo(real[i], within(4 * found.standardErrors()[i]));
        }
        // Theory: a date has two prices more than states, which tell the errors; the drift is known by the level at
        // both ends.
        assertThat(found.standardErrors()[7]).isCloseTo(0.005 / Math.sqrt(2 * 1200.0), within(1e-5));
        assertThat(found.standardErrors()[4]).isCloseTo(0.145 / Math.sqrt(years), within(0.01));
        assertThat(found.level() + found.deviation()).isCloseTo(level + deviation, within(0.05));
    }

    /** One date and two maturities: the filter's likelihood is that of the bivariate normal distribution. */
    @Test
    void filtersLikelihoodIsTheJointDensity() {
        SchwartzSmith m = new SchwartzSmith(1.2, 0.3, 0.2, -0.4, 0.05, 0.01, 0.02);
        double[][] logs = {{1.0, 1.1}, {1.05, 1.2}};
        double[] maturities = {0.5, 1.5};
        List<FuturesDate> dates =
                List.of(new FuturesDate(0, maturities, logs[0]), new FuturesDate(0.1, maturities, logs[1]));
        double value = new SchwartzSmithFilter(dates).logLikelihood(m, 0.02);
        // State (deviation, level) ~ N((0, mean), 4 I) at date one; dates and maturities stacked into one vector of
        // four.
        double[][] h = {{m.weight(0.5), 1}, {m.weight(1.5), 1}};
        double kept = m.weight(0.1);
        double[][] load = new double[4][2];
        double[] mean = new double[4];
        for (int r = 0; r < 4; r++) {
            double decay = r < 2 ? 1 : kept;
            load[r] = new double[] {h[r % 2][0] * decay, 1};
            mean[r] = 1.05 + m.offset(r % 2 == 0 ? 0.5 : 1.5) + (r < 2 ? 0 : m.drift() * 0.1);
        }
        double once = (1 - kept) / 1.2;
        double twice = (1 - kept * kept) / 2.4;
        double[][] noise = {{0.09 * twice, -0.4 * 0.06 * once}, {-0.4 * 0.06 * once, 0.04 * 0.1}};
        double[][] cov = new double[4][4];
        for (int r = 0; r < 4; r++) {
            for (int c = 0; c < 4; c++) {
                cov[r][c] = 4 * (load[r][0] * load[c][0] + 1) + (r == c ? 4e-4 : 0);
                if (r >= 2 && c >= 2) {
                    double[] a = h[r % 2];
                    double[] b = h[c % 2];
                    cov[r][c] += a[0] * (noise[0][0] * b[0] + noise[0][1] * b[1])
                            + a[1] * (noise[1][0] * b[0] + noise[1][1] * b[1]);
                }
            }
        }
        double[] x = {logs[0][0] - mean[0], logs[0][1] - mean[1], logs[1][0] - mean[2], logs[1][1] - mean[3]};
        assertThat(value).isCloseTo(logDensity(cov, x), within(1e-9));
    }

    private static double logDensity(double[][] cov, double[] x) {
        double log = -0.5 * x.length * Math.log(2 * Math.PI);
        // Elimination: pivots are the conditional variances, what is left of x their errors.
        for (int i = 0; i < x.length; i++) {
            log -= 0.5 * (Math.log(cov[i][i]) + x[i] * x[i] / cov[i][i]);
            for (int r = i + 1; r < x.length; r++) {
                double factor = cov[r][i] / cov[i][i];
                x[r] -= factor * x[i];
                for (int c = i; c < x.length; c++) {
                    cov[r][c] -= factor * cov[i][c];
                }
            }
        }
        return log;
    }

    /** Mean and variance against paths of the deviation in small steps, jumps drawn by their times. */
    @Test
    void powerWithJumpsHasTheSimulatedMoments() {
        SeasonalJumps model = new SeasonalJumps(80, 20, 0.05, -15, 30, 120, 12, 40, 60);
        double years = 0.1;
        int paths = 60_000;
        double sum = 0;
        double squares = 0;
        double kept = Math.exp(-30 * years);
        for (int i = 0; i < paths; i++) {
            double x = 50 * kept + 120 * Math.sqrt((1 - kept * kept) / 60) * random.nextGaussian();
            double at = -Math.log(random.nextDouble()) / 12;
            while (at < years) {
                x += (40 + 60 * random.nextGaussian()) * Math.exp(-30 * (years - at));
                at -= Math.log(random.nextDouble()) / 12;
            }
            sum += x / paths;
            squares += x * x / paths;
        }
        double variance = squares - sum * sum;
        double season = model.season(0.3, true);
        assertThat(season).isCloseTo(80 + 20 * Math.cos(2 * Math.PI * 0.25) - 15, within(1e-12));
        double error = Math.sqrt(variance / paths);
        assertThat(model.expected(50, years, 0.3, true) - season).isCloseTo(sum, within(4 * error));
        assertThat(model.variance(years)).isCloseTo(variance, within(0.05 * variance));
        // Without deviation and jumps a week of a flat season is five sevenths at the level and two shifted.
        SeasonalJumps calm = new SeasonalJumps(80, 0, 0, -14, 30, 0, 0, 0, 0);
        assertThat(calm.future(0, 0.5, 0.2, 3, 7)).isCloseTo(76, within(1e-12));
    }
}
