package org.calx.app.pricing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.pricing.futures.FuturesDate;
import org.calx.pricing.futures.SchwartzSmith;
import org.calx.pricing.futures.SchwartzSmithFilter;
import org.calx.pricing.futures.SchwartzSmithFilter.Calibration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code calx curve}. */
@Command(name = "curve", description = "Models of futures curves.", subcommands = CurveCommand.Fit.class)
public final class CurveCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing: fit");
    }

    /** {@code calx curve fit}. */
    @Command(name = "fit", description = "Calibrate a model of futures prices to their history.")
    static final class Fit implements Callable<Integer> {
        private static final JsonMapper JSON = new JsonMapper();
        private static final String SCHWARTZ_SMITH = "schwartz-smith";
        private static final List<String> PARAMETERS = List.of(
                "meanReversion",
                "shortVolatility",
                "longVolatility",
                "correlation",
                "drift",
                "riskNeutralDrift",
                "shortPremium",
                "errorDeviation");

        @Option(names = "--model", paramLabel = "NAME", description = "One of: schwartz-smith (default).")
        private String model = SCHWARTZ_SMITH;

        @Option(names = "--input", required = true, paramLabel = "FILE", description = "CSV file of futures prices.")
        private Path input;

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "JSON file of the model.")
        private Path out;

        @Override
        public Integer call() throws IOException {
            if (!model.equals(SCHWARTZ_SMITH)) {
                throw new UserError(ExitCode.USAGE, "--model '" + model + "' is not one of " + SCHWARTZ_SMITH);
            }
            Path folder = out.toAbsolutePath().getParent();
            if (!Files.isDirectory(folder)) {
                throw new UserError(ExitCode.NOT_FOUND, "--out: there is no folder " + folder);
            }
            FuturesHistory history = FuturesHistory.read(input);
            long startNs = System.nanoTime();
            Calibration found = new SchwartzSmithFilter(history.dates()).calibrate();
            double milliseconds = (System.nanoTime() - startNs) / 1e6;
            ObjectNode root = json(history, found);
            Files.writeString(out, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
            ObjectNode summary = JSON.createObjectNode();
            summary.put("dates", history.dates().size()).put("prices", history.prices());
            put(summary, "logLikelihood", found.logLikelihood());
            put(summary, "errorDeviation", found.errorDeviation());
            put(summary, "milliseconds", Math.rint(milliseconds));
            System.out.println(JSON.writeValueAsString(summary));
            return ExitCode.OK;
        }

        private static ObjectNode json(FuturesHistory history, Calibration found) {
            SchwartzSmith model = found.model();
            double[] estimates = {
                model.meanReversion(),
                model.shortVolatility(),
                model.longVolatility(),
                model.correlation(),
                model.drift(),
                model.riskNeutralDrift(),
                model.shortPremium(),
                found.errorDeviation()
            };
            ObjectNode root = JSON.createObjectNode();
            root.put("model", SCHWARTZ_SMITH);
            root.put("dates", history.dates().size()).put("prices", history.prices());
            put(root, "logLikelihood", found.logLikelihood());
            ObjectNode parameters = root.putObject("parameters");
            ObjectNode errors = root.putObject("standardErrors");
            for (int i = 0; i < estimates.length; i++) {
                put(parameters, PARAMETERS.get(i), estimates[i]);
                put(errors, PARAMETERS.get(i), found.standardErrors()[i]);
            }
            ObjectNode state = root.putObject("state");
            state.put("date", history.lastDate().toString());
            put(state, "deviation", found.deviation());
            put(state, "level", found.level());
            ArrayNode futures = root.putArray("futures");
            FuturesDate last = history.dates().getLast();
            for (int i = 0; i < last.logPrices().length; i++) {
                double years = last.maturityYears()[i];
                ObjectNode future = futures.addObject();
                future.put("expiryYears", years).put("price", Math.exp(last.logPrices()[i]));
                put(future, "modelPrice", model.future(found.deviation(), found.level(), years, List.of()));
            }
            return root;
        }

        /** JSON has no number that is not finite: null. */
        private static void put(ObjectNode object, String name, double value) {
            if (Double.isFinite(value)) {
                object.put(name, value);
            } else {
                object.putNull(name);
            }
        }
    }
}
