package org.calx.index.forecast;

import java.util.HashMap;
import java.util.Map;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * One ridge regression for each step ahead, of the change from the naive forecast, on rows of {@link Features} a season apart (the wide
 * form is the LEAR model with a ridge for its lasso: Lago and others, Applied Energy 293, 2021).
 */
public final class RidgeRegression implements Forecaster {
    /** Rows of history for three estimates whose mean is used (Hubicka, Marcjasz and Weron, IEEE Trans. Sust. Energy 10, 2019). */
    private static final int[] WINDOWS = {56, 112, 1_100};
    /** Share of the spread, squared, that is added for each row: shrinks the estimate to the naive forecast. */
    private static final double RIDGE = 0.02;
    /** The same where there are many regressors. */
    private static final double WIDE_RIDGE = 0.05;

    private final String name;
    private final Features features;
    private final double ridge;
    private final Scale scale;
    private final double[] scaled;
    private final Map<Integer, double[]> coefficients = new HashMap<>();

    private RidgeRegression(String name, Features features, double ridge, Scale scale, double[] scaled) {
        this.name = name;
        this.features = features;
        this.ridge = ridge;
        this.scale = scale;
        this.scaled = scaled;
    }

    private static RidgeRegression unfitted(String name, Features features, double ridge) {
        return new RidgeRegression(name, features, ridge, new Scale(0, 1), new double[0]);
    }

    /** A model to be fitted on each history. */
    public static RidgeRegression seasonal(int season, boolean wide) {
        return unfitted(
                wide ? "wideRegression" : "regression", new SeasonalFeatures(season, wide), wide ? WIDE_RIDGE : RIDGE);
    }

    /** A model with factors, to be fitted on each history; a season of 1 for none. */
    static RidgeRegression withFactors(int season, Factors factors) {
        return unfitted("factorRegression", new FactorFeatures(own(season), factors), RIDGE);
    }

    /** A model of a series without a season, to be fitted on each history. */
    static RidgeRegression recent() {
        return unfitted("regression", own(1), RIDGE);
    }

    /** What the series itself says, in few numbers. */
    static Features own(int season) {
        return season > 1 ? new SeasonalFeatures(season, false) : new RecentFeatures();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Forecaster fitted(double[] history) {
        Scale own = Scale.of(history);
        return new RidgeRegression(name, features.scaled(history.length), ridge, own, own.apply(history));
    }

    @Override
    public double[] forecast(double[] history, int horizon) {
        if (scaled.length == 0) {
            return fitted(history).forecast(history, horizon);
        }
        double[] known = scale.apply(history);
        double[] ahead = new double[horizon];
        for (int step = 1; step <= horizon; step++) {
            double[] weights = coefficients.computeIfAbsent(step, this::fit);
            double[] row = features.row(known, known.length, step);
            double value = row[0];
            for (int i = firstColumn(); i < weights.length; i++) {
                value += weights[i] * row[i];
            }
            ahead[step - 1] = scale.back(value);
        }
        return ahead;
    }

    /** Without a season the level itself is left out: few values cannot tell whether it returns anywhere. */
    private int firstColumn() {
        return features.spacing() > 1 ? 0 : 1;
    }

    private double[] fit(int step) {
        double[] mean = new double[features.count()];
        for (int window : WINDOWS) {
            double[] one = fit(step, window);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += one[i] / WINDOWS.length;
            }
        }
        return mean;
    }

    /** Least squares over the origins that lie whole seasons before the end of the history. */
    private double[] fit(int step, int seasons) {
        int regressors = features.count();
        int season = features.spacing();
        RealMatrix moments = new Array2DRowRealMatrix(regressors, regressors);
        RealVector target = new ArrayRealVector(regressors);
        int oldest = Math.max(features.oldest(), scaled.length - seasons * season);
        int last = scaled.length - (step + season - 1) / season * season;
        double rows = 0;
        for (int origin = last; origin >= oldest; origin -= season) {
            double[] row = features.row(scaled, origin, step);
            double value = scaled[origin + step - 1] - row[0];
            rows++;
            for (int i = firstColumn(); i < regressors; i++) {
                target.addToEntry(i, row[i] * value);
                for (int j = firstColumn(); j < regressors; j++) {
                    moments.addToEntry(i, j, row[i] * row[j]);
                }
            }
        }
        for (int i = 0; i < regressors; i++) {
            moments.addToEntry(i, i, ridge * (rows + 1));
        }
        return new CholeskyDecomposition(moments).getSolver().solve(target).toArray();
    }
}
