package org.calx.index.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The ARIMA model with the smallest criterion of Akaike among a few orders with the same differences. */
public record AutomaticArima(int season) implements Forecaster {
    private static final int FEWEST_VALUES = 200;
    private static final int MOST_SEASONS = 40;

    @Override
    public String name() {
        return "arima";
    }

    private List<ArimaOrder> candidates() {
        Stream<int[]> plain = Stream.of(new int[][] {{0, 0}, {1, 0}, {0, 1}, {1, 1}, {2, 1}});
        return season == 1
                ? plain.map(pq -> new ArimaOrder(pq[0], 1, pq[1], 0, 0, 0, 1)).toList()
                : Stream.of(new int[][] {{1, 0}, {1, 1}, {2, 1}})
                        .map(pq -> new ArimaOrder(pq[0], 0, pq[1], 0, 1, 1, season))
                        .toList();
    }

    /** The best fit on the latest part of a history. */
    public ArimaFit fit(double[] history) {
        int most = Math.max(FEWEST_VALUES, MOST_SEASONS * season);
        double[] recent =
                history.length <= most ? history : Arrays.copyOfRange(history, history.length - most, history.length);
        ArimaFit best = null;
        for (ArimaOrder order : candidates()) {
            ArimaFit fit = ArimaEstimator.fit(order, recent);
            best = best == null || fit.aic() < best.aic() ? fit : best;
        }
        return best;
    }

    @Override
    public Forecaster fitted(double[] history) {
        return new Recent(fit(history), Math.max(FEWEST_VALUES, MOST_SEASONS * season));
    }

    @Override
    public double[] forecast(double[] history, int horizon) {
        return fitted(history).forecast(history, horizon);
    }

    /** A fitted model that looks at the latest values only: older ones no longer matter to it, and cost time. */
    private record Recent(ArimaFit fit, int most) implements Forecaster {
        @Override
        public String name() {
            return fit.name();
        }

        @Override
        public double[] forecast(double[] history, int horizon) {
            double[] recent = history.length <= most
                    ? history
                    : Arrays.copyOfRange(history, history.length - most, history.length);
            return fit.forecast(recent, horizon);
        }
    }
}
