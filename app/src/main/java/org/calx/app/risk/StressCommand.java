package org.calx.app.risk;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.risk.stress.HistoricalStress;
import org.calx.risk.stress.HypotheticalSet;
import org.calx.risk.stress.ReverseStress;
import org.calx.risk.stress.StressScenario;
import org.calx.risk.tail.Exposure;
import org.calx.risk.tail.FactorHistory;
import org.calx.risk.tail.HistoricalScenarios;
import org.calx.risk.tail.LossSimulation;
import org.calx.risk.tail.ShiftKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code calx stress}. */
@Command(name = "stress", description = "Losses of positions in historical, hypothetical and reverse stress.")
public final class StressCommand implements Callable<Integer> {
    private static final int MOST_STRETCHES = 100;

    @Option(names = "--positions", required = true, paramLabel = "FILE", description = "CSV file of positions.")
    private Path positions;

    @Option(names = "--history", required = true, paramLabel = "FILE", description = "CSV file of past levels.")
    private Path history;

    @Option(
            names = "--scenarios",
            paramLabel = "FILE",
            description = "CSV file with scenario,factor,shift (default: the built-in ones).")
    private Path scenarios;

    @Option(names = "--days", description = "Days in a stretch of the past (default ${DEFAULT-VALUE}).")
    private int days = 2;

    @Option(names = "--worst", description = "Stretches of the past to print (default ${DEFAULT-VALUE}).")
    private int worst = 5;

    @Option(names = "--reverse", paramLabel = "LOSS", description = "Also find the nearest shifts that cost so much.")
    private Double reverse;

    @Override
    public Integer call() {
        FactorHistory past = PositionFiles.history(history, ShiftKind.RELATIVE);
        require(days >= 1 && days <= past.size(), "--days is from 1 to " + past.size() + ", the shifts of the history");
        require(worst >= 1 && worst <= MOST_STRETCHES, "--worst is from 1 to " + MOST_STRETCHES);
        require(reverse == null || reverse > 0 && reverse <= Double.MAX_VALUE, "--reverse is above 0");
        List<Exposure> exposures = PositionFiles.exposures(positions, past, PositionFiles.lastLevels(history, past));
        LossSimulation portfolio =
                new LossSimulation(exposures, past.factors().size(), past.kind(), new HistoricalScenarios(past));
        ObjectNode root = JsonOutput.object();
        ArrayNode hypothetical = root.putArray("hypothetical");
        for (StressScenario scenario : set().on(past.factors())) {
            put(hypothetical.addObject(), scenario, portfolio.lossUnder(scenario.shifts()), past);
        }
        ArrayNode historical = root.putArray("historical");
        for (HistoricalStress.Stretch stretch : HistoricalStress.worst(portfolio, past, days, worst)) {
            put(historical.addObject(), stretch.scenario(), stretch.loss(), past);
        }
        if (reverse != null) {
            ReverseStress.find(portfolio, past, reverse)
                    .ifPresentOrElse(
                            found -> {
                                ObjectNode node = root.putObject("reverse");
                                JsonOutput.put(node, "standardDeviations", found.distance());
                                put(node, found.scenario(), found.loss(), past);
                            },
                            () -> root.putNull("reverse"));
        }
        JsonOutput.write(root, null);
        return ExitCode.OK;
    }

    private HypotheticalSet set() {
        if (scenarios == null) {
            return HypotheticalSet.standard();
        }
        CsvTable table = CsvTable.read(scenarios);
        if (!table.header().equals(List.of("scenario", "factor", "shift"))) {
            throw table.refuse(1, "the columns are scenario,factor,shift in this order");
        }
        HypotheticalSet set = new HypotheticalSet();
        for (int row = 0; row < table.size(); row++) {
            try {
                set.add(table.text(row, 0), table.text(row, 1), table.number(row, 2));
            } catch (IllegalArgumentException e) {
                throw table.refuseRow(row, e.getMessage());
            }
        }
        return set;
    }

    private static void put(ObjectNode node, StressScenario scenario, double loss, FactorHistory past) {
        node.put("scenario", scenario.name());
        JsonOutput.put(node, "loss", loss);
        ObjectNode shifts = node.putObject("shifts");
        for (int i = 0; i < scenario.shifts().length; i++) {
            if (scenario.shifts()[i] != 0) {
                JsonOutput.put(shifts, past.factors().get(i), scenario.shifts()[i]);
            }
        }
    }

    private static void require(boolean held, String rule) {
        if (!held) {
            throw new UserError(ExitCode.USAGE, rule);
        }
    }
}
