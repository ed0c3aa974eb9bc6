package org.calx.app.risk;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.risk.stress.GroupBook;
import org.calx.risk.stress.StressScenario;
import org.calx.risk.stress.StressTest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code calx stress}. */
@Command(name = "stress", description = "What groups lose beyond margin in scenarios, and what would break the fund.")
public final class StressCommand implements Callable<Integer> {
    private static final int MAX_TOP = 100_000;

    @Mixin
    private StressInputs inputs = new StressInputs();

    @Option(names = "--resources", description = "Prefunded money beyond margin, for reverse stress.")
    private Double resources;

    @Option(names = "--largest-multiple", description = "Where reverse stress ends (default ${DEFAULT-VALUE}).")
    private double largestMultiple = 10;

    @Option(names = "--top", description = "Scenarios to print, the worst first (default ${DEFAULT-VALUE}).")
    private int top = 10;

    @Override
    public Integer call() {
        if (top < 1 || top > MAX_TOP) {
            throw new UserError(ExitCode.USAGE, "--top is from 1 to " + MAX_TOP);
        }
        if (resources != null && !(resources >= 0)) {
            throw new UserError(ExitCode.USAGE, "--resources is at least 0");
        }
        if (!(largestMultiple > 0 && largestMultiple <= 1_000)) {
            throw new UserError(ExitCode.USAGE, "--largest-multiple is above 0 and at most 1000");
        }
        StressTest test = inputs.read();
        List<StressScenario> scenarios = inputs.scenarios();
        List<StressTest.Result> results = test.run(scenarios);
        ObjectNode root = JsonOutput.object();
        root.put("scenarios", scenarios.size());
        JsonOutput.put(root, "largestUncovered", results.getFirst().uncovered());
        inputs.putCloseOut(root);
        ArrayNode worst = root.putArray("worst");
        results.stream().limit(top).forEach(result -> put(worst.addObject(), result));
        if (resources != null) {
            putReverse(root.putArray("reverse"), test, scenarios);
        }
        JsonOutput.write(root, null);
        return ExitCode.OK;
    }

    private void put(ObjectNode object, StressTest.Result result) {
        object.put("scenario", result.scenario().name()).put("source", word(result.scenario()));
        JsonOutput.put(object, "uncovered", result.uncovered());
        ArrayNode defaulting = object.putArray("defaulting");
        for (int group : result.defaulting()) {
            GroupBook book = inputs.books().get(group);
            ObjectNode one = defaulting.addObject().put("group", book.group());
            JsonOutput.put(one, "loss", result.losses()[group]);
            JsonOutput.put(one, "margin", book.margin());
        }
    }

    /** Hypothetical scenarios alone: to multiply each of thousands of days says nothing. */
    private void putReverse(ArrayNode reverse, StressTest test, List<StressScenario> scenarios) {
        for (StressScenario scenario : scenarios) {
            if (scenario.source() == StressScenario.Source.HYPOTHETICAL) {
                OptionalDouble multiple = test.breakingMultiple(scenario, resources, largestMultiple);
                ObjectNode one = reverse.addObject().put("scenario", scenario.name());
                JsonOutput.put(one, "breaksAtMultiple", multiple.orElse(Double.NaN));
            }
        }
    }

    private static String word(StressScenario scenario) {
        return scenario.source().name().toLowerCase(Locale.ROOT);
    }
}
