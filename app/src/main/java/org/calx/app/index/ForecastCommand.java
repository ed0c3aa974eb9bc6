package org.calx.app.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.index.forecast.ArimaFit;
import org.calx.index.forecast.ArimaOrder;
import org.calx.index.forecast.DieboldMariano;
import org.calx.index.forecast.Factors;
import org.calx.index.forecast.SeriesFile;
import org.calx.index.forecast.SeriesForecast;
import org.calx.index.forecast.WalkForward;
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
    private static final int MOST_FACTORS = 20;
    private static final double INTERVAL = 0.95;

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

    @Option(
            names = "--factors",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns such as demand, known up to the last value.")
    private List<String> factors = List.of();

    @Option(
            names = "--known-factors",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns known for the time that is forecast, such as a day-ahead load forecast.")
    private List<String> knownFactors = List.of();

    @Option(names = "--log", description = "Forecast the logarithm of the values.")
    private boolean logarithm;

    @Override
    public Integer call() throws IOException {
        if (horizon < 1 || horizon > SeriesForecast.MAX_HORIZON) {
            throw new UserError(ExitCode.USAGE, "--horizon is 1 to " + SeriesForecast.MAX_HORIZON);
        }
        List<String> columns =
                Stream.concat(factors.stream(), knownFactors.stream()).toList();
        if (columns.size() > MOST_FACTORS || columns.stream().distinct().count() < columns.size()) {
            throw new UserError(
                    ExitCode.USAGE,
                    "--factors and --known-factors are at most " + MOST_FACTORS + " columns, each once");
        }
        Map<String, SeriesFile.Series> all =
                IndexInputs.refusing(List.of(input), () -> SeriesFile.read(input, column, columns));
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
            SeriesForecast forecast = SeriesForecast.of(values, horizon, steps, arimaOrder(), factors(series));
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

    private Factors factors(SeriesFile.Series series) {
        return new Factors(
                knownFactors.stream().map(series.factors()::get).toList(),
                factors.stream().map(series.factors()::get).toList());
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
            double half = forecast.evaluation().absoluteErrorQuantile(SeriesForecast.CHOSEN, step, INTERVAL);
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
        WalkForward walk = forecast.evaluation();
        node.put("origins", walk.origins());
        ObjectNode whole = node.putObject("allSteps");
        for (String model : forecast.forecasts().keySet()) {
            ObjectNode one = whole.putObject(model).put("mae", walk.meanAbsoluteError(model));
            for (String baseline : others(forecast, model)) {
                double ratio = walk.meanAbsoluteError(model) / walk.meanAbsoluteError(baseline);
                addTest(one.putObject(baseline), ratio, walk.test(model, baseline));
            }
        }
        ArrayNode steps = node.putArray("steps");
        for (int step = 1; step <= horizon; step++) {
            ObjectNode byModel = steps.addObject().put("step", step);
            put(byModel, "coverage", walk.coverage(SeriesForecast.CHOSEN, step, INTERVAL));
            for (String model : forecast.forecasts().keySet()) {
                double error = walk.meanAbsoluteError(model, step);
                ObjectNode one = byModel.putObject(model).put("mae", error);
                put(one, "mape", walk.meanAbsolutePercentageError(model, step));
                for (String baseline : others(forecast, model)) {
                    double ratio = error / walk.meanAbsoluteError(baseline, step);
                    addTest(one.putObject(baseline), ratio, walk.test(model, baseline, step));
                }
            }
        }
    }

    private static List<String> others(SeriesForecast forecast, String model) {
        return forecast.baselines().stream().filter(one -> !one.equals(model)).toList();
    }

    private static void addTest(ObjectNode node, double ratio, DieboldMariano test) {
        put(node, "ratio", ratio);
        node.put("dieboldMariano", test.statistic()).put("p", test.pValue());
    }

    private static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
