package org.calx.index.forecast;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * One ridge regression for each step ahead, of the change since the last season, on rows a season apart: the same place one, two and seven
 * seasons before, the last value, the last season's mean, least and greatest value, and the place in a cycle of seven seasons (the
 * expert model of electricity price forecasting: Ziel and Weron, Energy Economics 70, 2018). The wide form has every value of the last
 * season beside (the LEAR model with a ridge for its lasso: Lago and others, Applied Energy 293, 2021). Values are first put through the inverse hyperbolic sine of
 * their distance from the median, so that spikes do not rule (Uniejewski, Weron and Ziel 2018).
 */
public final class SeasonalRegression implements Forecaster {
    private static final int CYCLE = 7;
    private static final int NARROW = 7 + CYCLE;
    /** Seasons of history for three estimates whose mean is used (Hubicka, Marcjasz and Weron, IEEE Trans. Sust. Energy 10, 2019). */
    private static final int[] WINDOWS = {56, 112, 1_100};
    /** Share of the spread, squared, that is added for each row: shrinks the estimate to the last season's value. */
    private static final double RIDGE = 0.02;
    /** The same where there are many regressors. */
    private static final double WIDE_RIDGE = 0.05;

    private static final double MAD_OF_NORMAL = 1.4826;

    private final int season;
    private final boolean wide;
    private final int regressors;
    private final double[] scaled;
    private final double centre;
    private final double spread;
    private final Map<Integer, double[]> coefficients = new HashMap<>();

    /** A model to be fitted on each history. */
    public SeasonalRegression(int season, boolean wide) {
        this(season, wide, new double[0]);
    }

    private SeasonalRegression(int season, boolean wide, double[] history) {
        this.season = season;
        this.wide = wide;
        this.regressors = NARROW + (wide ? season + 2 : 0);
        this.centre = median(history);
        double distance = MAD_OF_NORMAL
                * median(Arrays.stream(history)
                        .map(value -> Math.abs(value - centre))
                        .toArray());
        this.spread = distance > 0 ? distance : Math.max(1e-9, Math.abs(centre));
        this.scaled = scaled(history);
    }

    @Override
    public String name() {
        return wide ? "wideRegression" : "regression";
    }

    @Override
    public Forecaster fitted(double[] history) {
        return new SeasonalRegression(season, wide, history);
    }

    @Override
    public double[] forecast(double[] history, int horizon) {
        if (scaled.length == 0) {
            return fitted(history).forecast(history, horizon);
        }
        double[] known = scaled(history);
        double[] ahead = new double[horizon];
        for (int step = 1; step <= horizon; step++) {
            double[] weights = coefficients.computeIfAbsent(step, this::fit);
            double[] row = row(known, known.length, step);
            double value = row[0];
            for (int i = 0; i < regressors; i++) {
                value += weights[i] * row[i];
            }
            ahead[step - 1] = centre + spread * Math.sinh(value);
        }
        return ahead;
    }

    private double[] fit(int step) {
        double[] mean = new double[regressors];
        for (int window : WINDOWS) {
            double[] one = fit(step, window);
            for (int i = 0; i < regressors; i++) {
                mean[i] += one[i] / WINDOWS.length;
            }
        }
        return mean;
    }

    /** Least squares over the origins that lie whole seasons before the end of the history. */
    private double[] fit(int step, int seasons) {
        RealMatrix moments = new Array2DRowRealMatrix(regressors, regressors);
        RealVector target = new ArrayRealVector(regressors);
        int oldest = Math.max((CYCLE + 1) * season, scaled.length - seasons * season);
        int last = scaled.length - (step + season - 1) / season * season;
        double rows = 0;
        for (int origin = last; origin >= oldest; origin -= season) {
            double[] row = row(scaled, origin, step);
            double value = scaled[origin + step - 1] - row[0];
            rows++;
            for (int i = 0; i < regressors; i++) {
                target.addToEntry(i, row[i] * value);
                for (int j = 0; j < regressors; j++) {
                    moments.addToEntry(i, j, row[i] * row[j]);
                }
            }
        }
        for (int i = 0; i < regressors; i++) {
            moments.addToEntry(i, i, (wide ? WIDE_RIDGE : RIDGE) * (rows + 1));
        }
        return new CholeskyDecomposition(moments).getSolver().solve(target).toArray();
    }

    /** What is known before {@code origin} of the value {@code step} steps from it. */
    private double[] row(double[] values, int origin, int step) {
        int seasonsAhead = (step + season - 1) / season;
        int target = origin + step - 1;
        int lastSeason = Math.max(0, origin - season);
        double least = Double.MAX_VALUE;
        double greatest = -Double.MAX_VALUE;
        double sum = 0;
        for (int at = lastSeason; at < origin; at++) {
            least = Math.min(least, values[at]);
            greatest = Math.max(greatest, values[at]);
            sum += values[at];
        }
        double[] row = new double[regressors];
        row[0] = values[Math.max(0, target - seasonsAhead * season)];
        row[1] = values[Math.max(0, target - (seasonsAhead + 1) * season)];
        row[2] = values[Math.max(0, target - (seasonsAhead + CYCLE - 1) / CYCLE * CYCLE * season)];
        row[3] = values[origin - 1];
        row[4] = sum / (origin - lastSeason);
        row[5] = least;
        row[6] = greatest;
        row[7 + target / season % CYCLE] = 1;
        if (wide) {
            for (int at = 0; at < season; at++) {
                row[NARROW + at] = values[Math.max(0, origin - season + at)];
            }
            row[NARROW + season] = values[Math.max(0, target - (seasonsAhead + 2) * season)];
            row[NARROW + season + 1] = mean(values, Math.max(0, origin - 2 * season), lastSeason);
        }
        return row;
    }

    private static double mean(double[] values, int from, int end) {
        double sum = 0;
        for (int at = from; at < end; at++) {
            sum += values[at];
        }
        return end > from ? sum / (end - from) : 0;
    }

    private double[] scaled(double[] values) {
        return Arrays.stream(values)
                .map(value -> asinh((value - centre) / spread))
                .toArray();
    }

    private static double asinh(double value) {
        double size = Math.abs(value);
        return Math.copySign(Math.log(size + Math.sqrt(size * size + 1)), value);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
