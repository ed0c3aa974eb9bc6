package org.calx.index.forecast;

/** The value of one season ago; with a season of 1, the last value. */
public record SeasonalNaive(int season) implements Forecaster {
    @Override
    public String name() {
        return season == 1 ? "naive" : "seasonalNaive";
    }

    @Override
    public double[] forecast(double[] history, int horizon) {
        int lag = Math.min(season, history.length);
        double[] values = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            values[step] = history[history.length - lag + step % lag];
        }
        return values;
    }
}
