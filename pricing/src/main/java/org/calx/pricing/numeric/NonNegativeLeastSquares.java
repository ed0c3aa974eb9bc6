package org.calx.pricing.numeric;

/**
 * Least squares with coefficients that are not negative: the active-set method of C. Lawson and R. Hanson, 1974, on the
 * normal equations.
 */
public final class NonNegativeLeastSquares {
    private static final int MOST_ROUNDS = 300;

    private final int size;
    private final double[][] gram;
    private final double[] projection;
    private final double[] solution;
    private final boolean[] passive;
    private final int[] index;
    private final double[][] factor;
    private final double[] trial;

    /** @param size coefficients, at least 1 */
    public NonNegativeLeastSquares(int size) {
        this.size = size;
        gram = new double[size][size];
        projection = new double[size];
        solution = new double[size];
        passive = new boolean[size];
        index = new int[size];
        factor = new double[size][size];
        trial = new double[size];
    }

    /** The matrix A'A, to be filled. */
    public double[][] gram() {
        return gram;
    }

    /** The vector A'b, to be filled. */
    public double[] projection() {
        return projection;
    }

    /** Solves from where the last call ended, so that a similar problem takes few steps. @return the coefficients, live */
    public double[] solve() {
        int count = reduce();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            int entering = steepest();
            if (entering < 0) {
                break;
            }
            passive[entering] = true;
            int before = count;
            count = reduce();
            if (!passive[entering] && count <= before) {
                break;
            }
        }
        return solution;
    }

    /** The coefficient at zero that would lower the sum of squares most, or -1. */
    private int steepest() {
        int best = -1;
        double most = 0;
        for (int i = 0; i < size; i++) {
            if (!passive[i]) {
                double slope = projection[i];
                for (int j = 0; j < size; j++) {
                    slope -= gram[i][j] * solution[j];
                }
                double scaled = slope / Math.sqrt(gram[i][i]);
                if (scaled > most && slope > 1e-9 * Math.abs(projection[i])) {
                    most = scaled;
                    best = i;
                }
            }
        }
        return best;
    }

    /** Solves for the passive coefficients; takes out those that would turn negative. @return how many are left */
    private int reduce() {
        while (true) {
            int count = 0;
            for (int i = 0; i < size; i++) {
                if (passive[i]) {
                    index[count++] = i;
                }
            }
            solvePassive(count);
            double share = 1;
            for (int i = 0; i < count; i++) {
                double now = solution[index[i]];
                if (trial[i] <= 0) {
                    share = Math.min(share, now / (now - trial[i]));
                }
            }
            share = Double.isNaN(share) ? 0 : share;
            boolean whole = share == 1;
            for (int i = 0; i < count; i++) {
                int at = index[i];
                solution[at] += share * (trial[i] - solution[at]);
                if (trial[i] <= 0 && solution[at] <= 1e-14) {
                    solution[at] = 0;
                    passive[at] = false;
                    whole = false;
                }
            }
            if (whole || count == 0) {
                return count;
            }
        }
    }

    /** Cholesky's decomposition of the passive part. */
    private void solvePassive(int count) {
        for (int i = 0; i < count; i++) {
            double[] row = factor[i];
            for (int j = 0; j <= i; j++) {
                double sum = gram[index[i]][index[j]];
                for (int k = 0; k < j; k++) {
                    sum -= row[k] * factor[j][k];
                }
                row[j] = i == j ? Math.sqrt(Math.max(sum, 1e-12 * gram[index[i]][index[i]])) : sum / factor[j][j];
            }
            double sum = projection[index[i]];
            for (int k = 0; k < i; k++) {
                sum -= row[k] * trial[k];
            }
            trial[i] = sum / row[i];
        }
        for (int i = count - 1; i >= 0; i--) {
            double sum = trial[i];
            for (int k = i + 1; k < count; k++) {
                sum -= factor[k][i] * trial[k];
            }
            trial[i] = sum / factor[i][i];
        }
    }
}
