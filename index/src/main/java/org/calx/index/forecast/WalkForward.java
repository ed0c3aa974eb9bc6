package org.calx.index.forecast;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Forecasts made again and again from the past of a series, and their errors.
 *
 * <p>Origins lie {@code spacing} steps apart up to the last one whose horizon is known. Models are estimated anew at every thirtieth
 * origin, on what was known there.
 */
public final class WalkForward {
    private static final int REFIT_EVERY = 30;
    /** Errors that an interval is made from, at least. */
    private static final int FEWEST_ERRORS = 19;

    private final int horizon;
    private final int spacing;
    private final int origins;
    private final double[] values;
    private final Map<String, double[][]> errors = new LinkedHashMap<>();

    private WalkForward(double[] values, int horizon, int spacing, int origins) {
        this.values = values;
        this.horizon = horizon;
        this.spacing = spacing;
        this.origins = origins;
    }

    /** Runs all models over the last origins. */
    static WalkForward run(double[] values, List<Forecaster> models, int horizon, int spacing, int origins) {
        WalkForward walk = new WalkForward(values, horizon, spacing, origins);
        for (Forecaster model : models) {
            walk.errors.put(model.name(), walk.errorsOf(model));
        }
        return walk;
    }

    private int origin(int number) {
        return values.length - horizon - (origins - 1 - number) * spacing;
    }

    private double[][] errorsOf(Forecaster model) {
        double[][] errorsByOrigin = new double[origins][];
        Forecaster fitted = model;
        for (int number = 0; number < origins; number++) {
            int origin = origin(number);
            double[] history = Arrays.copyOf(values, origin);
            fitted = number % REFIT_EVERY == 0 ? model.fitted(history) : fitted;
            double[] ahead = fitted.forecast(history, horizon);
            for (int step = 0; step < horizon; step++) {
                ahead[step] = values[origin + step] - ahead[step];
            }
            errorsByOrigin[number] = ahead;
        }
        return errorsByOrigin;
    }

    public int origins() {
        return origins;
    }

    /** Mean absolute error of a model at one step ahead, from 1. */
    public double meanAbsoluteError(String model, int step) {
        return Arrays.stream(losses(model, step)).average().orElse(Double.NaN);
    }

    /** Mean absolute percentage error at one step ahead, as a fraction; infinite where a value is 0. */
    public double meanAbsolutePercentageError(String model, int step) {
        double sum = 0;
        for (int number = 0; number < origins; number++) {
            double value = values[origin(number) + step - 1];
            sum += Math.abs(errors.get(model)[number][step - 1] / value) / origins;
        }
        return sum;
    }

    /** Whether a model is better than another at one step ahead. */
    public DieboldMariano test(String model, String other, int step) {
        return DieboldMariano.of(losses(model, step), losses(other, step), step, spacing);
    }

    /** Whether a model is better than another over the whole horizon: the test of the mean absolute errors of each origin. */
    public DieboldMariano test(String model, String other) {
        return DieboldMariano.of(meanLosses(model), meanLosses(other), horizon, spacing);
    }

    /** Mean absolute error of a model over all steps. */
    public double meanAbsoluteError(String model) {
        return Arrays.stream(meanLosses(model)).average().orElse(Double.NaN);
    }

    /**
     * Share of values at one step ahead that intervals have held which were made in the same way at the time: of the errors that were
     * known at their origin, 19 or more.
     *
     * @return not a number if there were no such intervals
     */
    public double coverage(String model, int step, double share) {
        double[] losses = losses(model, step);
        int inside = 0;
        int intervals = 0;
        for (int number = 0; number < origins; number++) {
            int known = number - (step + spacing - 1) / spacing + 1;
            if (known >= FEWEST_ERRORS) {
                intervals++;
                inside += losses[number] <= quantile(Arrays.copyOf(losses, known), share) ? 1 : 0;
            }
        }
        return (double) inside / intervals;
    }

    /** The distance that a share of the absolute errors at one step ahead did not exceed: half of an honest interval. */
    public double absoluteErrorQuantile(String model, int step, double share) {
        return quantile(losses(model, step), share);
    }

    private static double quantile(double[] losses, double share) {
        Arrays.sort(losses);
        int rank = (int) Math.ceil(share * (losses.length + 1));
        return losses[Math.clamp(rank - 1, 0, losses.length - 1)];
    }

    private double[] meanLosses(String model) {
        return Arrays.stream(errors.get(model))
                .mapToDouble(
                        byStep -> Arrays.stream(byStep).map(Math::abs).average().orElse(Double.NaN))
                .toArray();
    }

    private double[] losses(String model, int step) {
        return Arrays.stream(errors.get(model))
                .mapToDouble(byStep -> Math.abs(byStep[step - 1]))
                .toArray();
    }
}
