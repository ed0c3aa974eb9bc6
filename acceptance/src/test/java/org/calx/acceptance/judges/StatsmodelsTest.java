package org.calx.acceptance.judges;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.calx.index.forecast.ArimaOrder;
import org.calx.index.forecast.ArmaFilter;
import org.junit.jupiter.api.Test;

/** statsmodels 0.15.0 on 10,000 random series: the exact likelihood at random coefficients, and the forecast from there. */
class StatsmodelsTest {
    private static final int CASES = 10_000;
    private final Random random = PythonJudge.random(StatsmodelsTest.class);

    @Test
    void arima() throws Exception {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            int d = i % 2;
            double[] series = series(d, 10 + random.nextInt(40));
            double[] row = new double[5 + series.length];
            System.arraycopy(series, 0, row, 5, series.length);
            row[0] = d;
            row[1] = d == 0 ? 5 : 0;
            row[2] = 1.9 * random.nextDouble() - 0.95;
            row[3] = 1.9 * random.nextDouble() - 0.95;
            row[4] = filter(row).errorVariance();
            rows.add(row);
        }
        double[][] judged = PythonJudge.answers("arima", rows);
        Worst worst = new Worst();
        for (int i = 0; i < CASES; i++) {
            double[] row = rows.get(i);
            ArmaFilter filter = filter(row);
            worst.note("log-likelihood", filter.logLikelihood() - judged[i][0], Arrays.copyOf(row, 5));
            double last = row[0] == 0 ? 0 : row[row.length - 1];
            double next = last + row[1] + filter.forecast(1)[0];
            worst.note("forecast", (next - judged[i][1]) / Math.sqrt(row[4]), Arrays.copyOf(row, 5));
        }
        worst.judge(1e-6);
    }

    private static ArmaFilter filter(double[] row) {
        double[] values =
                new ArimaOrder(1, (int) row[0], 1, 0, 0, 0, 1).difference(Arrays.copyOfRange(row, 5, row.length));
        double[] centred = Arrays.stream(values).map(value -> value - row[1]).toArray();
        return new ArmaFilter(new double[] {row[2]}, new double[] {row[3]}).observe(centred);
    }

    private double[] series(int d, int length) {
        double ar = 1.6 * random.nextDouble() - 0.8;
        double ma = 1.6 * random.nextDouble() - 0.8;
        double[] series = new double[length];
        double value = 0;
        double error = 0;
        double level = 0;
        for (int t = 0; t < length; t++) {
            double next = random.nextGaussian();
            value = ar * value + next + ma * error;
            error = next;
            level += value;
            series[t] = d == 0 ? 5 + value : level;
        }
        return series;
    }
}
