package org.calx.index.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gradient-boosted regression trees (Friedman, Annals of Statistics 29, 2001), for each step ahead, of the change from the naive forecast:
 * each tree is fitted on what those before it leave and counts a twentieth. Columns that are values of the series are taken as distances
 * from the naive forecast.
 */
final class BoostedTrees implements Forecaster {
    private static final int TREES = 100;
    private static final double RATE = 0.05;
    private static final int MOST_ROWS = 1_100;
    private static final int FEWEST_ROWS = 30;
    private static final int LEAVES = 25;

    private final Features features;
    private final Scale scale;
    private final double[] scaled;
    private final Map<Integer, Boosted> byStep = new HashMap<>();

    /** Trees to be fitted on each history; a season of 1 for none. */
    BoostedTrees(int season, Factors factors) {
        this(
                factors.isEmpty()
                        ? RidgeRegression.own(season)
                        : new FactorFeatures(RidgeRegression.own(season), factors),
                new Scale(0, 1),
                new double[0]);
    }

    private BoostedTrees(Features features, Scale scale, double[] scaled) {
        this.features = features;
        this.scale = scale;
        this.scaled = scaled;
    }

    @Override
    public String name() {
        return "boostedTrees";
    }

    @Override
    public Forecaster fitted(double[] history) {
        Scale own = Scale.of(history);
        return new BoostedTrees(features.scaled(history.length), own, own.apply(history));
    }

    @Override
    public double[] forecast(double[] history, int horizon) {
        if (scaled.length == 0) {
            return fitted(history).forecast(history, horizon);
        }
        double[] known = scale.apply(history);
        double[] ahead = new double[horizon];
        for (int step = 1; step <= horizon; step++) {
            double[] row = features.row(known, known.length, step);
            ahead[step - 1] =
                    scale.back(row[0] + byStep.computeIfAbsent(step, this::fit).of(distances(row)));
        }
        return ahead;
    }

    private double[] distances(double[] row) {
        double[] distances = row.clone();
        for (int at = 1; at < features.levels(); at++) {
            distances[at] -= row[0];
        }
        return distances;
    }

    private Boosted fit(int step) {
        int season = features.spacing();
        int last = scaled.length - (step + season - 1) / season * season;
        int oldest = Math.max(features.oldest(), last - MOST_ROWS * season);
        List<double[]> rows = new ArrayList<>();
        List<Double> changes = new ArrayList<>();
        for (int origin = last; origin >= oldest; origin -= season) {
            double[] row = features.row(scaled, origin, step);
            changes.add(scaled[origin + step - 1] - row[0]);
            rows.add(distances(row));
        }
        return new Boosted(
                rows, changes.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The trees of one step. */
    private static final class Boosted {
        private final double[][] bounds;
        private final List<RegressionTree> trees = new ArrayList<>();

        Boosted(List<double[]> rows, double[] left) {
            bounds = rows.size() < FEWEST_ROWS ? new double[0][] : bounds(rows);
            if (rows.size() < FEWEST_ROWS) {
                return;
            }
            int[][] bins = rows.stream().map(this::bins).toArray(int[][]::new);
            int fewest = Math.max(5, rows.size() / LEAVES);
            for (int tree = 0; tree < TREES; tree++) {
                RegressionTree next = new RegressionTree(bins, left, fewest);
                trees.add(next);
                for (int row = 0; row < left.length; row++) {
                    left[row] -= RATE * next.of(bins[row]);
                }
            }
        }

        /** Upper ends of all bins of each column but the last: quantiles of the sample. */
        private static double[][] bounds(List<double[]> rows) {
            double[][] bounds = new double[rows.getFirst().length][RegressionTree.BINS - 1];
            for (int column = 0; column < bounds.length; column++) {
                int of = column;
                double[] sorted =
                        rows.stream().mapToDouble(row -> row[of]).sorted().toArray();
                for (int bin = 0; bin < bounds[column].length; bin++) {
                    bounds[column][bin] = sorted[(bin + 1) * (sorted.length - 1) / RegressionTree.BINS];
                }
            }
            return bounds;
        }

        private int[] bins(double[] row) {
            int[] bins = new int[bounds.length];
            Arrays.setAll(bins, column -> {
                int bin = 0;
                while (bin < bounds[column].length && row[column] > bounds[column][bin]) {
                    bin++;
                }
                return bin;
            });
            return bins;
        }

        double of(double[] row) {
            int[] bins = bins(row);
            double sum = 0;
            for (RegressionTree tree : trees) {
                sum += RATE * tree.of(bins);
            }
            return sum;
        }
    }
}
