package org.calx.index.forecast;

import java.util.Arrays;

/**
 * The Kalman filter of an ARMA process in Harvey's state space form, begun from the stationary distribution, so that the
 * likelihood is exact (Gardner, Harvey and Phillips, Applied Statistics 29, 1980). The variance of the errors is taken out of the
 * likelihood.
 */
public final class ArmaFilter {
    private static final int DOUBLINGS = 40;
    private static final double SETTLED = 1e-13;

    private final double[] phi;
    private final double[] impact;
    private final int size;
    private double[] state;
    private double[][] variance;
    private double squares;
    private double logs;
    private int observed;

    /** A filter before its first observation; weights of past values, which are stationary, and of past errors. */
    public ArmaFilter(double[] autoregression, double[] movingAverage) {
        size = Math.max(autoregression.length, movingAverage.length + 1);
        phi = Arrays.copyOf(autoregression, size);
        impact = new double[size];
        impact[0] = 1;
        System.arraycopy(movingAverage, 0, impact, 1, movingAverage.length);
        state = new double[size];
        variance = autoregression.length == 0 ? ofMovingAverage() : stationary();
    }

    /** Variance of the state of a pure moving average: entry (i,j) is the sum over k of impact(i+k) impact(j+k). */
    private double[][] ofMovingAverage() {
        double[][] start = new double[size][size];
        for (int i = size - 1; i >= 0; i--) {
            for (int j = size - 1; j >= 0; j--) {
                start[i][j] = impact[i] * impact[j] + (i + 1 < size && j + 1 < size ? start[i + 1][j + 1] : 0);
            }
        }
        return start;
    }

    /** Solves P = T P T' + R R' by doubling: each round sums twice as many terms of the series. */
    private double[][] stationary() {
        double[][] transition = new double[size][size];
        double[][] sum = new double[size][size];
        for (int i = 0; i < size; i++) {
            transition[i][0] = phi[i];
            if (i + 1 < size) {
                transition[i][i + 1] = 1;
            }
            for (int j = 0; j < size; j++) {
                sum[i][j] = impact[i] * impact[j];
            }
        }
        for (int round = 0; round < DOUBLINGS; round++) {
            double[][] added = timesTransposed(times(transition, sum), transition);
            double change = 0;
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    sum[i][j] += added[i][j];
                    change = Math.max(change, Math.abs(added[i][j]));
                }
            }
            if (change <= SETTLED * Math.abs(sum[0][0])) {
                return sum;
            }
            transition = times(transition, transition);
        }
        return sum;
    }

    private static double[][] times(double[][] left, double[][] right) {
        int size = left.length;
        double[][] product = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                double factor = left[i][k];
                if (factor != 0) {
                    for (int j = 0; j < size; j++) {
                        product[i][j] += factor * right[k][j];
                    }
                }
            }
        }
        return product;
    }

    private static double[][] timesTransposed(double[][] left, double[][] right) {
        int size = left.length;
        double[][] product = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < size; k++) {
                    product[i][j] += left[i][k] * right[j][k];
                }
            }
        }
        return product;
    }

    /** Takes the observations in order. */
    public ArmaFilter observe(double[] values) {
        double[][] next = new double[size][size];
        for (double value : values) {
            double error = value - state[0];
            double spread = variance[0][0];
            squares += error * error / spread;
            logs += Math.log(spread);
            observed++;
            double[] gain = new double[size];
            for (int i = 0; i < size; i++) {
                gain[i] = variance[i][0] / spread;
                state[i] += gain[i] * error;
            }
            advanceState();
            // After the update the first row of the variance is zero, so the transition only shifts what is left.
            for (int i = 0; i < size; i++) {
                for (int j = 0; j <= i; j++) {
                    double left = i + 1 < size && j + 1 < size
                            ? variance[i + 1][j + 1] - gain[i + 1] * variance[0][j + 1]
                            : 0;
                    next[i][j] = left + impact[i] * impact[j];
                    next[j][i] = next[i][j];
                }
            }
            double[][] swap = variance;
            variance = next;
            next = swap;
        }
        return this;
    }

    private void advanceState() {
        double first = state[0];
        for (int i = 0; i < size; i++) {
            state[i] = phi[i] * first + (i + 1 < size ? state[i + 1] : 0);
        }
    }

    /** Variance of the errors by maximum likelihood. */
    public double errorVariance() {
        return squares / observed;
    }

    /** The exact logarithm of the likelihood at that variance. */
    public double logLikelihood() {
        return -0.5 * (observed * (Math.log(2 * Math.PI * errorVariance()) + 1) + logs);
    }

    /** Expected values of the steps after the last observation; the filter goes on to there. */
    public double[] forecast(int horizon) {
        double[] values = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            values[step] = state[0];
            advanceState();
        }
        return values;
    }
}
