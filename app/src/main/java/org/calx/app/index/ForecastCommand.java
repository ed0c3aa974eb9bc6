package org.calx.app.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.index.forecast.ArimaFit;
import org.calx.index.forecast.ArimaOrder;
import org.calx.index.forecast.SeriesFile;
import org.calx.index.forecast.SeriesForecast;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code calx forecast}. */
@Command(
        name = "forecast",
        description = "Forecast the series of a file, and say how good forecasts of them have been.")
public final class ForecastCommand implements Callable<Integer> {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final int HOURS = 24;
    private static final int DAYS = 7;
    private static final int MONTHS = 12;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "CSV (.gz too) or Parquet.")
    private Path input;

    @Option(names = "--horizon", required = true, paramLabel = "N", description = "Steps ahead.")
    private int horizon;

    @Option(names = "--column", paramLabel = "NAME", description = "Column of the values.")
    private String column;

    @Option(names = "--series", paramLabel = "NAME", description = "One series of a file that has several.")
    private String only;

    @Option(
            names = "--season",
            paramLabel = "S",
            description = "Steps of a season; by the spacing of times if not given.")
    private Integer season;

    @Option(
            names = "--order",
            paramLabel = "p,d,q,P,D,Q,s",
            description = "Order of the ARIMA model; chosen if not given.")
    private String order;

    @Option(names = "--log", description = "Forecast the logarithm of the values.")
    private boolean logarithm;

    @Override
    public Integer call() throws IOException {
        if (horizon < 1 || horizon > SeriesForecast.MAX_HORIZON) {
            throw new UserError(ExitCode.USAGE, "--horizon is 1 to " + SeriesForecast.MAX_HORIZON);
        }
        Map<String, SeriesFile.Series> all = IndexInputs.refusing(List.of(input), () -> SeriesFile.read(input, column));
        if (only != null && !all.containsKey(only)) {
            throw new UserError(
                    ExitCode.USAGE, "there is no series '" + only + "'; there are " + String.join(", ", all.keySet()));
        }
        ObjectNode out = JSON.createObjectNode();
        ArrayNode list = out.putArray("series");
        int forecasts = 0;
        for (Map.Entry<String, SeriesFile.Series> one : all.entrySet()) {
            if (only == null || only.equals(one.getKey())) {
                forecasts += add(list.addObject().put("name", one.getKey()), one.getValue()) ? 1 : 0;
            }
        }
        if (forecasts == 0) {
            throw new UserError(
                    ExitCode.USAGE, input + ": " + list.path(0).path("refused").asString("no series"));
        }
        System.out.println(JSON.writeValueAsString(out));
        return ExitCode.OK;
    }

    private boolean add(ObjectNode node, SeriesFile.Series series) {
        double[] values =
                logarithm ? Arrays.stream(series.values()).map(Math::log).toArray() : series.values();
        int steps = season != null ? season : seasonOf(series.times());
        try {
            SeriesForecast forecast = SeriesForecast.of(values, horizon, steps, arimaOrder());
            node.put("values", values.length).put("season", forecast.season());
            addArima(node.putObject("arima"), forecast.arima());
            addForecasts(node.putArray("forecasts"), forecast);
            addEvaluation(node.putObject("evaluation"), forecast);
            ArrayNode changes = node.putArray("suddenChanges");
            forecast.changes().forEach(at -> changes.add(series.times().get(at)));
            return true;
        } catch (IllegalArgumentException e) {
            node.put("refused", e.getMessage());
            return false;
        }
    }

    /** The usual season of times spaced so: 24 hours, 7 days, 12 months. */
    private static int seasonOf(List<String> times) {
        String first = times.getFirst();
        return first.length() == "2026-07".length() ? MONTHS : first.length() > "2026-07-31".length() ? HOURS : DAYS;
    }

    private ArimaOrder arimaOrder() {
        if (order == null) {
            return null;
        }
        try {
            int[] orders =
                    Arrays.stream(order.split(",")).mapToInt(Integer::parseInt).toArray();
            if (orders.length == 7) {
                return new ArimaOrder(orders[0], orders[1], orders[2], orders[3], orders[4], orders[5], orders[6]);
            }
        } catch (IllegalArgumentException _) {
            // falls through to the same refusal
        }
        throw new UserError(ExitCode.USAGE, "--order '" + order + "' is not seven small whole numbers p,d,q,P,D,Q,s");
    }

    private static void addArima(ObjectNode node, ArimaFit fit) {
        node.put("order", fit.order().toString());
        ObjectNode coefficients = node.putObject("coefficients");
        for (int at = 0; at < fit.names().size(); at++) {
            coefficients
                    .putObject(fit.names().get(at))
                    .put("value", fit.coefficients()[at])
                    .put("standardError", fit.standardErrors()[at]);
        }
        node.put("sigma2", fit.errorVariance());
        node.put("logLikelihood", fit.logLikelihood());
        node.put("aic", fit.aic());
    }

    private void addForecasts(ArrayNode list, SeriesForecast forecast) {
        double[] chosen = forecast.forecasts().get(SeriesForecast.CHOSEN);
        for (int step = 1; step <= horizon; step++) {
            double half = forecast.evaluation().absoluteErrorQuantile(SeriesForecast.CHOSEN, step, 0.95);
            ObjectNode node = list.addObject().put("step", step);
            node.put("value", chosen[step - 1])
                    .put("low", chosen[step - 1] - half)
                    .put("high", chosen[step - 1] + half);
            for (Map.Entry<String, double[]> one : forecast.forecasts().entrySet()) {
                node.put(one.getKey(), one.getValue()[step - 1]);
            }
        }
    }

    private void addEvaluation(ObjectNode node, SeriesForecast forecast) {
        String baseline = forecast.season() > 1 ? "seasonalNaive" : "naive";
        node.put("origins", forecast.evaluation().origins()).put("baseline", baseline);
        ArrayNode steps = node.putArray("steps");
        for (int step = 1; step <= horizon; step++) {
            ObjectNode byModel = steps.addObject().put("step", step);
            for (String model : forecast.forecasts().keySet()) {
                double error = forecast.evaluation().meanAbsoluteError(model, step);
                double naive = forecast.evaluation().meanAbsoluteError(baseline, step);
                ObjectNode one = byModel.putObject(model).put("mae", error);
                put(one, "mape", forecast.evaluation().meanAbsolutePercentageError(model, step));
                put(one, "ratioToBaseline", error / naive);
                one.put("dieboldMarianoP", forecast.evaluation().significance(model, baseline, step));
            }
        }
    }

    private static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
