package org.calx.app.risk;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.risk.backtest.Backtest;
import org.calx.risk.tail.Exposure;
import org.calx.risk.tail.FactorHistory;
import org.calx.risk.tail.LossSimulation;
import org.calx.risk.tail.ShiftKind;
import org.calx.risk.tail.TailRisk;
import org.calx.risk.tail.VarMethod;
import org.calx.risk.tail.VarSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code calx var}. */
@Command(name = "var", description = "Value at risk and expected shortfall of positions, with backtests.")
public final class VarCommand implements Callable<Integer> {
    private static final String METHODS = "historical, filtered, monte-carlo";
    private static final int MAX_SCENARIOS = 10_000_000;
    private static final int MAX_THREADS = 256;

    @Option(names = "--positions", required = true, paramLabel = "FILE", description = "CSV file of positions.")
    private Path positions;

    @Option(names = "--history", required = true, paramLabel = "FILE", description = "CSV file of past levels.")
    private Path history;

    @Option(
            names = "--method",
            required = true,
            paramLabel = "NAME",
            converter = MethodName.class,
            description = "One of: " + METHODS + ".")
    private VarMethod method;

    @Option(names = "--confidence", description = "Confidence, within 0 and 1 (default ${DEFAULT-VALUE}).")
    private double confidence = 0.99;

    @Option(names = "--shifts", description = "One of: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private ShiftKind shifts = ShiftKind.RELATIVE;

    @Option(names = "--decay", description = "Weight of the last variance in the filter (default ${DEFAULT-VALUE}).")
    private double decay = 0.94;

    @Option(names = "--lowest-scale", description = "Floor of the filter's scaling (default ${DEFAULT-VALUE}: none).")
    private double lowestScale;

    @Option(names = "--scenarios", description = "Scenarios of monte-carlo (default ${DEFAULT-VALUE}).")
    private int scenarios = 100_000;

    @Option(names = "--degrees", description = "Student-t degrees of freedom of monte-carlo; 0 for normal (default).")
    private int degrees;

    @Option(names = "--seed", description = "Seed of monte-carlo (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--threads", description = "Threads; the result is the same (default ${DEFAULT-VALUE}).")
    private int threads = 1;

    @Option(names = "--backtest", paramLabel = "DAYS", description = "Also test forecasts from so many days each.")
    private Integer window;

    @Override
    public Integer call() {
        check();
        FactorHistory past = PositionFiles.history(history, shifts);
        List<Exposure> exposures = PositionFiles.exposures(positions, past, PositionFiles.lastLevels(history, past));
        VarSettings settings = new VarSettings(method, confidence, decay, lowestScale, scenarios, degrees, seed);
        LossSimulation simulation =
                new LossSimulation(exposures, past.factors().size(), shifts, settings.scenarios(past));
        double[] losses = simulation.losses(threads);
        ObjectNode root = json(exposures, simulation, TailRisk.of(losses, confidence), losses.length);
        if (window != null) {
            put(root.putObject("backtest"), backtest(exposures, past, settings));
        }
        JsonOutput.write(root, null);
        return ExitCode.OK;
    }

    private void check() {
        require(confidence > 0 && confidence < 1, "--confidence is above 0 and below 1");
        require(decay >= 0 && decay < 1, "--decay is at least 0 and below 1");
        require(lowestScale >= 0 && lowestScale <= 10, "--lowest-scale is from 0 to 10");
        require(scenarios >= 1 && scenarios <= MAX_SCENARIOS, "--scenarios is from 1 to " + MAX_SCENARIOS);
        require(degrees == 0 || (degrees >= 3 && degrees <= 1000), "--degrees is 0, or from 3 to 1000");
        require(threads >= 1 && threads <= MAX_THREADS, "--threads is from 1 to " + MAX_THREADS);
    }

    private static void require(boolean held, String rule) {
        if (!held) {
            throw new UserError(ExitCode.USAGE, rule);
        }
    }

    private Backtest backtest(List<Exposure> exposures, FactorHistory past, VarSettings settings) {
        require(
                window >= 2 && window < past.size(),
                "--backtest is from 2 to " + (past.size() - 1) + " days, one less than the history has shifts");
        return Backtest.run(exposures, past, settings, window);
    }

    private ObjectNode json(List<Exposure> exposures, LossSimulation simulation, TailRisk risk, int scenarioCount) {
        ObjectNode root = JsonOutput.object();
        root.put("method", word(method)).put("confidence", confidence).put("scenarios", scenarioCount);
        JsonOutput.put(root, "valueAtRisk", risk.valueAtRisk());
        JsonOutput.put(root, "expectedShortfall", risk.expectedShortfall());
        double[] varComponents = risk.varComponents(simulation);
        double[] shortfallComponents = risk.shortfallComponents(simulation);
        ArrayNode components = root.putArray("components");
        for (int i = 0; i < exposures.size(); i++) {
            ObjectNode component =
                    components.addObject().put("position", exposures.get(i).name());
            JsonOutput.put(component, "valueAtRisk", varComponents[i]);
            JsonOutput.put(component, "expectedShortfall", shortfallComponents[i]);
        }
        return root;
    }

    private static void put(ObjectNode root, Backtest test) {
        root.put("days", test.losses().length).put("exceptions", test.exceptionCount());
        JsonOutput.put(root, "kupiec", test.kupiec().statistic());
        JsonOutput.put(root, "kupiecPValue", test.kupiec().pValue());
        JsonOutput.put(
                root, "independence", test.christoffersen().independence().statistic());
        JsonOutput.put(
                root, "independencePValue", test.christoffersen().independence().pValue());
        JsonOutput.put(
                root,
                "conditionalCoverage",
                test.christoffersen().conditionalCoverage(test.kupiec()).statistic());
        JsonOutput.put(
                root,
                "conditionalCoveragePValue",
                test.christoffersen().conditionalCoverage(test.kupiec()).pValue());
        root.put("trafficLight", word(test.trafficLight().zone()));
        JsonOutput.put(root, "cumulativeProbability", test.trafficLight().cumulativeProbability());
        JsonOutput.put(root, "acerbiSzekely1", test.acerbiSzekely().conditional());
        JsonOutput.put(root, "acerbiSzekely2", test.acerbiSzekely().unconditional());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads a method's name. */
    static final class MethodName implements ITypeConverter<VarMethod> {
        @Override
        public VarMethod convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "historical" -> VarMethod.HISTORICAL;
                case "filtered", "filtered-historical" -> VarMethod.FILTERED;
                case "monte-carlo" -> VarMethod.MONTE_CARLO;
                default -> throw new TypeConversionException("\"" + text + "\" is not one of " + METHODS);
            };
        }
    }
}
