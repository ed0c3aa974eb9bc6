package org.calx.index.forecast;

import java.util.Arrays;

/**
 * A binary tree of small depth that gives a number for a row. Splits are chosen greedily between bins of each column so that squared errors
 * fall most (Breiman and others, Classification and Regression Trees, 1984); leaves are pulled to 0.
 */
final class RegressionTree {
    static final int DEPTH = 3;
    static final int BINS = 16;

    private static final int NODES = (1 << (DEPTH + 1)) - 1;
    private static final double PULL = 5;

    private final int[] column = new int[NODES];
    private final int[] lastBinLeft = new int[NODES];
    private final double[] value = new double[NODES];
    private final boolean[] isSplit = new boolean[NODES];

    private final int[][] bins;
    private final double[] targets;
    private final int fewest;

    /**
     * Fits.
     *
     * @param bins of each row the bin of each column, below {@link #BINS}
     * @param targets of each row
     * @param fewest rows of a leaf
     */
    RegressionTree(int[][] bins, double[] targets, int fewest) {
        this.bins = bins;
        this.targets = targets;
        this.fewest = fewest;
        int[] rows = new int[bins.length];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row;
        }
        grow(0, 0, rows);
    }

    private void grow(int node, int depth, int[] rows) {
        double sum = 0;
        for (int row : rows) {
            sum += targets[row];
        }
        value[node] = sum / (rows.length + PULL);
        if (depth == DEPTH || !split(node, rows, sum)) {
            return;
        }
        isSplit[node] = true;
        int left = 0;
        for (int row : rows) {
            left += isLeft(node, bins[row]) ? 1 : 0;
        }
        int[] lower = new int[left];
        int[] upper = new int[rows.length - left];
        int inLower = 0;
        int inUpper = 0;
        for (int row : rows) {
            if (isLeft(node, bins[row])) {
                lower[inLower++] = row;
            } else {
                upper[inUpper++] = row;
            }
        }
        grow(2 * node + 1, depth + 1, lower);
        grow(2 * node + 2, depth + 1, upper);
    }

    /** Finds the best split of a node. @return false if none helps */
    private boolean split(int node, int[] rows, double sum) {
        double best = sum * sum / (rows.length + PULL);
        boolean found = false;
        double[] sums = new double[BINS];
        int[] counts = new int[BINS];
        for (int one = 0; one < bins[0].length; one++) {
            Arrays.fill(sums, 0);
            Arrays.fill(counts, 0);
            for (int row : rows) {
                sums[bins[row][one]] += targets[row];
                counts[bins[row][one]]++;
            }
            double leftSum = 0;
            int left = 0;
            for (int bin = 0; bin < BINS - 1; bin++) {
                leftSum += sums[bin];
                left += counts[bin];
                int right = rows.length - left;
                if (left < fewest || right < fewest) {
                    continue;
                }
                double rightSum = sum - leftSum;
                double gain = leftSum * leftSum / (left + PULL) + rightSum * rightSum / (right + PULL);
                if (gain > best) {
                    best = gain;
                    column[node] = one;
                    lastBinLeft[node] = bin;
                    found = true;
                }
            }
        }
        return found;
    }

    private boolean isLeft(int node, int[] row) {
        return row[column[node]] <= lastBinLeft[node];
    }

    /** The number of a row, by its bins. */
    double of(int[] row) {
        int node = 0;
        while (isSplit[node]) {
            node = isLeft(node, row) ? 2 * node + 1 : 2 * node + 2;
        }
        return value[node];
    }
}
