package org.calx.app.risk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.calx.app.CsvTable;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.risk.addon.CloseOutCharge;
import org.calx.risk.stress.FactorShift;
import org.calx.risk.stress.GroupBook;
import org.calx.risk.stress.HistoricalStress;
import org.calx.risk.stress.HypotheticalScenarios;
import org.calx.risk.stress.StressScenario;
import org.calx.risk.stress.StressTest;
import org.calx.risk.tail.Exposure;
import org.calx.risk.tail.FactorHistory;
import org.calx.risk.tail.ShiftKind;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code calx stress} and {@code calx fund} are given: groups' positions and margin, history, scenarios. */
final class StressInputs {
    private static final int MAX_COVER = 1_000;
    private static final List<String> SCENARIO_COLUMNS = List.of("scenario", "factor", "shift");
    private static final List<String> MARGIN_COLUMNS = List.of("group", "margin");

    @Option(names = "--positions", required = true, paramLabel = "FILE", description = "CSV: positions with groups.")
    private Path positions;

    @Option(names = "--history", required = true, paramLabel = "FILE", description = "CSV: past levels.")
    private Path history;

    @Option(names = "--margins", paramLabel = "FILE", description = "CSV: group,margin (default 0 each).")
    private Path margins;

    @Option(
            names = "--scenarios",
            paramLabel = "FILE",
            description = "CSV: scenario,factor,shift[,kind] instead of the built-in hypothetical ones.")
    private Path scenarioFile;

    @Option(names = "--shifts", description = "One of: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private ShiftKind shifts = ShiftKind.RELATIVE;

    @Option(names = "--horizon", paramLabel = "DAYS", description = "Days of a stretch (default ${DEFAULT-VALUE}).")
    private int horizon = 2;

    @Option(names = "--cover", description = "Groups that default together (default ${DEFAULT-VALUE}).")
    private int cover = 2;

    @Mixin
    private CloseOutOptions closeOut = new CloseOutOptions();

    private FactorHistory past;
    private List<GroupBook> books;

    /** Reads and checks everything. */
    StressTest read() {
        if (cover < 1 || cover > MAX_COVER) {
            throw new UserError(ExitCode.USAGE, "--cover is from 1 to " + MAX_COVER);
        }
        closeOut.check();
        past = PositionFiles.history(history, shifts);
        if (horizon < 1 || horizon > past.size()) {
            throw new UserError(ExitCode.USAGE, "--horizon is from 1 to the history's " + past.size() + " shifts");
        }
        double[] levels = PositionFiles.lastLevels(history, past);
        books = books(PositionFiles.exposures(positions, past, levels), levels);
        return new StressTest(past.factors(), levels, books, cover);
    }

    List<GroupBook> books() {
        return books;
    }

    private List<GroupBook> books(List<Exposure> exposures, double[] levels) {
        List<String> groups = PositionFiles.groups(positions);
        Map<String, List<Exposure>> byGroup = new LinkedHashMap<>();
        for (int row = 0; row < groups.size(); row++) {
            byGroup.computeIfAbsent(groups.get(row), unused -> new ArrayList<>())
                    .add(exposures.get(row));
        }
        Map<String, Double> paid = paidMargins(byGroup);
        DepthFile depths = chargesCloseOut() ? DepthFile.read(closeOut.depth(), past) : null;
        return byGroup.entrySet().stream()
                .map(entry -> new GroupBook(
                        entry.getKey(),
                        entry.getValue(),
                        paid.getOrDefault(entry.getKey(), 0.0),
                        depths == null ? CloseOutCharge.NONE : depths.charge(entry.getValue(), levels, closeOut)))
                .toList();
    }

    /** Whether groups' books say what closing them out costs. */
    boolean chargesCloseOut() {
        return closeOut.depth() != null;
    }

    /** Writes what closing each group's positions out costs, if it is charged. */
    void putCloseOut(ObjectNode root) {
        if (chargesCloseOut()) {
            ArrayNode groups = root.putArray("closeOut");
            for (GroupBook book : books) {
                ObjectNode group = groups.addObject().put("group", book.group());
                JsonOutput.put(group, "liquidity", book.closeOut().liquidity());
                JsonOutput.put(group, "concentration", book.closeOut().concentration());
            }
        }
    }

    private Map<String, Double> paidMargins(Map<String, List<Exposure>> groups) {
        Map<String, Double> paid = new LinkedHashMap<>();
        if (margins == null) {
            return paid;
        }
        CsvTable table = CsvTable.read(margins);
        if (!table.header().equals(MARGIN_COLUMNS)) {
            throw table.refuse(1, "needs the columns " + String.join(",", MARGIN_COLUMNS));
        }
        for (int row = 0; row < table.size(); row++) {
            String group = table.text(row, 0);
            double margin = table.number(row, 1);
            if (margin < 0) {
                throw table.refuseRow(row, "margin is below 0");
            }
            if (!groups.containsKey(group)) {
                throw table.refuseRow(row, "no position has the group \"" + group + "\"");
            }
            if (paid.put(group, margin) != null) {
                throw table.refuseRow(row, "group \"" + group + "\" stands twice");
            }
        }
        return paid;
    }

    /** The history's stretches, then the hypothetical scenarios that move a factor of the history. */
    List<StressScenario> scenarios() {
        List<StressScenario> scenarios =
                new ArrayList<>(HistoricalStress.stretches(past, PositionFiles.days(history), horizon));
        List<StressScenario> thought = scenarioFile == null ? HypotheticalScenarios.builtIn() : fromFile();
        thought.stream()
                .filter(scenario -> scenario.concernsAny(past.factors()))
                .forEach(scenarios::add);
        return scenarios;
    }

    private List<StressScenario> fromFile() {
        CsvTable table = CsvTable.read(scenarioFile);
        List<String> header = table.header();
        if (!header.subList(0, Math.min(3, header.size())).equals(SCENARIO_COLUMNS)
                || header.size() > 4
                || (header.size() == 4 && !header.get(3).equals("kind"))) {
            throw table.refuse(1, "needs the columns scenario,factor,shift and, if wanted, kind");
        }
        Map<String, List<FactorShift>> byName = new LinkedHashMap<>();
        for (int row = 0; row < table.size(); row++) {
            FactorShift shift = new FactorShift(table.text(row, 1), kind(table, row), table.number(row, 2));
            if (past.factors().stream().noneMatch(shift::concerns)) {
                throw table.refuseRow(row, "the history has no factor \"" + shift.pattern() + "\"");
            }
            byName.computeIfAbsent(table.text(row, 0), unused -> new ArrayList<>())
                    .add(shift);
        }
        return byName.entrySet().stream()
                .map(entry -> new StressScenario(
                        entry.getKey(), StressScenario.Source.HYPOTHETICAL, List.copyOf(entry.getValue())))
                .toList();
    }

    private static ShiftKind kind(CsvTable table, int row) {
        String word = table.header().size() < 4 ? "relative" : table.text(row, 3);
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "relative" -> ShiftKind.RELATIVE;
            case "absolute" -> ShiftKind.ABSOLUTE;
            default -> throw table.refuseRow(row, "kind \"" + word + "\" is not relative or absolute");
        };
    }
}
