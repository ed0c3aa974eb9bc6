package org.calx.acceptance.judges;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.calx.pricing.futures.FuturesDate;
import org.calx.pricing.futures.SchwartzSmith;
import org.calx.pricing.futures.SchwartzSmithFilter;
import org.junit.jupiter.api.Test;

/** statsmodels 0.15.0 on 10,000 random models of two factors and random prices: the likelihood, with uneven dates and futures. */
class FuturesFilterTest {
    private static final int CASES = 10_000;
    private static final int PARAMETERS = 10;
    private final Random random = PythonJudge.random(FuturesFilterTest.class);

    @Test
    void likelihood() throws Exception {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            rows.add(row(2 + random.nextInt(6), 1 + random.nextInt(4)));
        }
        double[][] judged = PythonJudge.answers("schwartz_smith", rows);
        Worst worst = new Worst();
        for (int i = 0; i < CASES; i++) {
            double ours = likelihood(rows.get(i));
            double relative = (ours - judged[i][0]) / (1 + Math.abs(judged[i][0]));
            worst.note("log-likelihood", relative, Arrays.copyOf(rows.get(i), PARAMETERS));
        }
        worst.judge(1e-8);
    }

    private double[] row(int dates, int futures) {
        double[] row = new double[PARAMETERS + dates * (1 + 2 * futures)];
        double[] parameters = {
            0.3 + 3 * random.nextDouble(),
            0.1 + 0.5 * random.nextDouble(),
            0.05 + 0.3 * random.nextDouble(),
            1.8 * random.nextDouble() - 0.9,
            0.2 * random.nextGaussian(),
            0.2 * random.nextGaussian(),
            0.2 * random.nextGaussian(),
            0.01 + 0.05 * random.nextDouble(),
            dates,
            futures
        };
        System.arraycopy(parameters, 0, row, 0, PARAMETERS);
        int at = PARAMETERS;
        double years = 0;
        for (int i = 0; i < dates; i++) {
            row[at++] = years;
            years += (1 + random.nextInt(20)) / 365.0;
        }
        for (int i = 0; i < dates * futures; i++) {
            row[at++] = 2 * random.nextDouble();
        }
        for (int i = 0; i < dates * futures; i++) {
            row[at++] = 1 + 0.2 * random.nextGaussian();
        }
        return row;
    }

    private static double likelihood(double[] row) {
        SchwartzSmith model = new SchwartzSmith(row[0], row[1], row[2], row[3], row[4], row[5], row[6]);
        int count = (int) row[8];
        int futures = (int) row[9];
        List<FuturesDate> dates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int maturities = PARAMETERS + count + i * futures;
            int logs = maturities + count * futures;
            dates.add(new FuturesDate(
                    row[PARAMETERS + i],
                    Arrays.copyOfRange(row, maturities, maturities + futures),
                    Arrays.copyOfRange(row, logs, logs + futures)));
        }
        return new SchwartzSmithFilter(dates).logLikelihood(model, row[7]);
    }
}
