package org.calx.index.forecast;

/** A way to continue a series. */
public interface Forecaster {
    String name();

    /** Values 1 to {@code horizon} steps after the history's last one. */
    double[] forecast(double[] history, int horizon);

    /** Estimates on a history what later forecasts use; without it, each forecast estimates by itself. */
    default Forecaster fitted(double[] history) {
        return this;
    }
}
