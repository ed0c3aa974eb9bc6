package org.calx.acceptance.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.calx.risk.volatility.ErrorDistribution;
import org.calx.risk.volatility.LogLikelihood;
import org.calx.risk.volatility.VolatilityFit;
import org.calx.risk.volatility.VolatilityFitter;
import org.calx.risk.volatility.VolatilityModel;
import org.calx.risk.volatility.VolatilityParameters;
import org.junit.jupiter.api.Test;

/** arch 8.0.0: likelihoods of 10,000 random parameters and series, and the maxima of simulated series. */
class ArchTest {
    private static final int CASES = 10_000;
    private static final int FITS = 60;
    private static final int LENGTH = 1_500;
    private final Random random = PythonJudge.random(ArchTest.class);

    @Test
    void likelihoods() throws Exception {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            VolatilityModel model = VolatilityModel.values()[i % 3];
            rows.add(row(model, parameters(model), 20 + random.nextInt(180)));
        }
        double[][] judged = PythonJudge.answers("likelihood", rows);
        Worst worst = new Worst();
        for (int i = 0; i < CASES; i++) {
            double[] c = rows.get(i);
            double[] returns = Arrays.copyOfRange(c, 7, c.length);
            LogLikelihood likelihood = new LogLikelihood(returns);
            VolatilityParameters at = parameters(Arrays.copyOf(c, 7));
            double value = likelihood.value(at);
            worst.note("log-likelihood", value / judged[i][0] - 1, Arrays.copyOf(c, 7));
            double last = likelihood.variances(at)[returns.length - 1];
            worst.note("last variance", last / judged[i][1] - 1, Arrays.copyOf(c, 7));
        }
        worst.judge(1e-10);
    }

    /** No point that arch finds is better than ours; where its search ends early ours is better. */
    @Test
    void maxima() throws Exception {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < FITS; i++) {
            VolatilityModel model = i % 2 == 0 ? VolatilityModel.GARCH : VolatilityModel.GJR;
            double[] returns = simulated(parameters(model), LENGTH);
            double[] row = new double[LENGTH + 2];
            row[0] = model.ordinal();
            row[1] = i % 4 < 2 ? 0 : 1;
            System.arraycopy(returns, 0, row, 2, LENGTH);
            rows.add(row);
        }
        double[][] judged = PythonJudge.answers("fit", rows);
        int close = 0;
        for (int i = 0; i < FITS; i++) {
            double[] row = rows.get(i);
            double[] returns = Arrays.copyOfRange(row, 2, row.length);
            ErrorDistribution errors = row[1] == 0 ? ErrorDistribution.NORMAL : ErrorDistribution.STUDENT;
            VolatilityFit fit = VolatilityFitter.fit(returns, VolatilityModel.values()[(int) row[0]], errors);
            double[] found = judged[i];
            VolatilityParameters theirs = new VolatilityParameters(
                    found[0],
                    found[1],
                    found[2],
                    found[3],
                    found[4],
                    row[1] == 0 ? Double.POSITIVE_INFINITY : found[5]);
            double best = new LogLikelihood(returns).value(theirs);
            assertThat(fit.logLikelihood())
                    .as("series %d, theirs %s", i, theirs)
                    .isGreaterThan(best - 1e-6);
            close += fit.logLikelihood() - best < 0.1 ? 1 : 0;
        }
        assertThat(close).as("maxima that both find").isGreaterThan(FITS / 2);
    }

    private double[] row(VolatilityModel model, VolatilityParameters p, int length) {
        double[] row = new double[7 + length];
        double freedom = Double.isInfinite(p.degreesOfFreedom()) ? 0 : p.degreesOfFreedom();
        double[] head = {model.ordinal(), p.mean(), p.omega(), p.alpha(), p.gamma(), p.beta(), freedom};
        System.arraycopy(head, 0, row, 0, 7);
        System.arraycopy(simulated(p, length), 0, row, 7, length);
        return row;
    }

    private static VolatilityParameters parameters(double[] head) {
        return new VolatilityParameters(
                head[1], head[2], head[3], head[4], head[5], head[6] == 0 ? Double.POSITIVE_INFINITY : head[6]);
    }

    private VolatilityParameters parameters(VolatilityModel model) {
        double mean = 0.1 * random.nextGaussian();
        double freedom = random.nextBoolean() ? Double.POSITIVE_INFINITY : 3 + 20 * random.nextDouble();
        if (model == VolatilityModel.EWMA) {
            double decay = 0.8 + 0.19 * random.nextDouble();
            return new VolatilityParameters(mean, 0, 1 - decay, 0, decay, freedom);
        }
        double alpha = 0.03 + 0.1 * random.nextDouble();
        double gamma = model == VolatilityModel.GJR ? 0.1 * random.nextDouble() : 0;
        double beta = 0.75 + 0.1 * random.nextDouble();
        return new VolatilityParameters(mean, 0.02 + 0.1 * random.nextDouble(), alpha, gamma, beta, freedom);
    }

    private double[] simulated(VolatilityParameters p, int length) {
        double[] returns = new double[length];
        double variance = Double.isInfinite(p.unconditionalVariance()) ? 1 : p.unconditionalVariance();
        for (int t = 0; t < length; t++) {
            double error = Math.sqrt(variance) * random.nextGaussian();
            returns[t] = p.mean() + error;
            variance = p.next(error, variance);
        }
        return returns;
    }
}
