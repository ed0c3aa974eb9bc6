package org.calx.index.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The forecast of one series by all models, and how good they were before.
 *
 * @param season steps of a season that was used; 1 for none
 * @param arima the ARIMA model fitted on all values
 * @param forecasts values by model
 * @param evaluation errors of the past
 * @param changes places of values where the series changed suddenly
 */
public record SeriesForecast(
        int season, ArimaFit arima, Map<String, double[]> forecasts, WalkForward evaluation, List<Integer> changes) {
    /** Longest horizon in steps. */
    public static final int MAX_HORIZON = 1_000;
    /** Fewest values of a series. */
    public static final int FEWEST_VALUES = 30;
    /** The model that is meant when one is asked for. */
    public static final String CHOSEN = "combination";

    private static final int MOST_ORIGINS = 182;
    private static final double SEASONAL_CORRELATION = 0.3;
    private static final int SUDDEN = 8;
    /** Longest season of which every value is a regressor. */
    private static final int MOST_WIDE = 48;
    /** Origins after which the combination's members are estimated anew: seasons for regressions, steps for slow models. */
    private static final int REFIT_SEASONS = 7;

    private static final int REFIT_SERIES = 30;

    /**
     * Forecasts.
     *
     * @param values in order of time, equally spaced
     * @param candidateSeason steps of a season if there is one; used where the differences of the values recur after it
     * @param order the ARIMA order; null to choose one
     * @param factors that may help
     * @throws IllegalArgumentException if the series is too short or does not vary
     */
    public static SeriesForecast of(
            double[] values, int horizon, int candidateSeason, ArimaOrder order, Factors factors) {
        if (values.length < Math.max(FEWEST_VALUES, 2 * horizon + 20)) {
            throw new IllegalArgumentException(values.length + " values are too few to forecast " + horizon + " steps");
        }
        int season = order != null ? order.season() : recurs(values, candidateSeason) ? candidateSeason : 1;
        ArimaFit arima = order != null ? ArimaEstimator.fit(order, values) : new AutomaticArima(season).fit(values);
        Forecaster arimaModel = order != null ? arima : new AutomaticArima(season);
        List<Forecaster> models = models(season, candidateSeason, arimaModel, factors);
        int spacing = Math.max(1, season);
        int room = (values.length - horizon - Math.max(20, values.length / 3)) / spacing;
        WalkForward walk = WalkForward.run(values, models, horizon, spacing, Math.clamp(room, 1, MOST_ORIGINS));
        Map<String, double[]> forecasts = new LinkedHashMap<>();
        models.forEach(model -> forecasts.put(model.name(), model.forecast(values, horizon)));
        return new SeriesForecast(season, arima, forecasts, walk, changes(values));
    }

    /**
     * All models. With a season the combination joins the two regressions; without one, where little but the last value is known to help,
     * ARIMA and smoothing; either with the regression on factors where there are any, and shrunk to the naive forecast.
     */
    private static List<Forecaster> models(int season, int candidateSeason, Forecaster arima, Factors factors) {
        List<Forecaster> models = new ArrayList<>(List.of(new SeasonalNaive(1)));
        if (candidateSeason > 1 || season > 1) {
            models.add(new SeasonalNaive(season > 1 ? season : candidateSeason));
        }
        Forecaster smoothing = new ExponentialSmoothing(season);
        List<Forecaster> joined = new ArrayList<>();
        if (season == 1) {
            joined.addAll(List.of(arima, smoothing));
            models.addAll(List.of(arima, smoothing, RidgeRegression.recent()));
        } else {
            joined.add(RidgeRegression.seasonal(season, false));
            if (season <= MOST_WIDE) {
                joined.add(RidgeRegression.seasonal(season, true));
            }
            models.addAll(List.of(arima, smoothing));
            models.addAll(joined);
        }
        models.add(new BoostedTrees(season, factors));
        if (!factors.isEmpty()) {
            Forecaster onFactors = RidgeRegression.withFactors(season, factors);
            models.add(onFactors);
            joined.add(onFactors);
        }
        models.add(new ShrunkCombination(joined, season, season == 1 ? REFIT_SERIES : REFIT_SEASONS));
        return List.copyOf(models);
    }

    /** What models are compared with: the last value, and the value of a season before where there may be a season. */
    public List<String> baselines() {
        return forecasts.keySet().stream()
                .filter(model -> model.equals("naive") || model.equals("seasonalNaive"))
                .toList();
    }

    /** Whether the differences correlate with those a season before. */
    private static boolean recurs(double[] values, int season) {
        if (season <= 1 || values.length < 8 * season) {
            return false;
        }
        double[] steps = new double[values.length - 1];
        Arrays.setAll(steps, at -> values[at + 1] - values[at]);
        double[] sizes = Arrays.stream(steps).map(Math::abs).sorted().toArray();
        // Spikes are pulled in, or a few of them would hide what recurs.
        double most = 3 * sizes[sizes.length / 2];
        double together = 0;
        double alone = 0;
        for (int at = 0; at < steps.length; at++) {
            double step = Math.clamp(steps[at], -most, most);
            alone += step * step;
            together += at >= season ? step * Math.clamp(steps[at - season], -most, most) : 0;
        }
        return alone > 0 && together / alone > SEASONAL_CORRELATION;
    }

    /** Places where the step from the value before is more than eight median absolute deviations from the median step. */
    private static List<Integer> changes(double[] values) {
        double[] steps = new double[values.length - 1];
        Arrays.setAll(steps, at -> values[at + 1] - values[at]);
        double[] sorted = steps.clone();
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        double[] distances = Arrays.stream(steps)
                .map(step -> Math.abs(step - median))
                .sorted()
                .toArray();
        double deviation = distances[distances.length / 2];
        List<Integer> changes = new ArrayList<>();
        for (int at = 0; at < steps.length; at++) {
            if (deviation > 0 && Math.abs(steps[at] - median) > SUDDEN * deviation) {
                changes.add(at + 1);
            }
        }
        return changes;
    }
}
