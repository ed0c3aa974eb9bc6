package org.calx.app.risk;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.risk.volatility.ErrorDistribution;
import org.calx.risk.volatility.StandardErrors;
import org.calx.risk.volatility.VolatilityFit;
import org.calx.risk.volatility.VolatilityFitter;
import org.calx.risk.volatility.VolatilityModel;
import org.calx.risk.volatility.VolatilityState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** {@code calx volatility fit}. */
@Command(name = "fit", description = "Fit a volatility model by maximum likelihood.")
final class VolatilityFitCommand implements Callable<Integer> {
    @Option(names = "--model", required = true, description = "One of: ${COMPLETION-CANDIDATES}.")
    private VolatilityModel model;

    @Option(
            names = "--errors",
            description = "Error distribution, one of: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private ErrorDistribution errors = ErrorDistribution.NORMAL;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "CSV file with the returns.")
    private Path input;

    @Option(names = "--column", paramLabel = "NAME", description = "Column of the returns (default: the last).")
    private String column;

    @Option(names = "--prices", description = "The column holds prices; their log returns in percent are taken.")
    private boolean prices;

    @Option(names = "--out", paramLabel = "FILE", description = "JSON file to write (default: standard output).")
    private Path out;

    @Override
    public Integer call() {
        double[] values = NumberColumn.read(input, column);
        try {
            JsonOutput.write(json(VolatilityFitter.fit(prices ? percentReturns(values) : values, model, errors)), out);
        } catch (IllegalArgumentException e) {
            throw new UserError(ExitCode.USAGE, "--input: " + input + ": " + e.getMessage(), e);
        }
        return ExitCode.OK;
    }

    private static double[] percentReturns(double[] values) {
        double[] returns = new double[Math.max(0, values.length - 1)];
        for (int i = 1; i < values.length; i++) {
            if (!(values[i - 1] > 0 && values[i] > 0)) {
                throw new IllegalArgumentException("a log return needs prices above 0, row " + (i + 1) + " has none");
            }
            returns[i - 1] = 100 * Math.log(values[i] / values[i - 1]);
        }
        return returns;
    }

    private ObjectNode json(VolatilityFit fit) {
        ObjectNode root = JsonOutput.object();
        root.put("model", word(model.name())).put("errors", word(errors.name()));
        root.put("observations", fit.variances().length - 1);
        root.put("converged", fit.converged()).put("iterations", fit.iterations());
        JsonOutput.put(root, "logLikelihood", fit.logLikelihood());
        putAll(root.putObject("parameters"), fit, fit.estimates());
        StandardErrors found = fit.standardErrors();
        ObjectNode standardErrors = root.putObject("standardErrors");
        putAll(standardErrors.putObject("hessian"), fit, found.hessian());
        putAll(standardErrors.putObject("outerProduct"), fit, found.outerProduct());
        putAll(standardErrors.putObject("robust"), fit, found.robust());
        JsonOutput.put(root, "persistence", fit.parameters().persistence());
        JsonOutput.put(
                root, "unconditionalVolatility", Math.sqrt(fit.parameters().unconditionalVariance()));
        JsonOutput.put(root, "forecastVolatility", fit.forecastVolatility());
        JsonOutput.put(root, "stateThreshold", VolatilityState.threshold(fit.volatilities()));
        root.put(
                "state",
                word(VolatilityState.of(fit.forecastVolatility(), fit.volatilities())
                        .name()));
        return root;
    }

    private static void putAll(ObjectNode object, VolatilityFit fit, double[] values) {
        for (int i = 0; i < values.length; i++) {
            JsonOutput.put(object, fit.names().get(i), values[i]);
        }
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
