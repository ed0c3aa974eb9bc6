package org.calx.app.risk;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.calx.app.CsvTable;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.risk.addon.CloseOut;
import org.calx.risk.addon.CloseOutCharge;
import org.calx.risk.addon.MarketDepth;
import org.calx.risk.tail.Exposure;
import org.calx.risk.tail.FactorHistory;

/** How factors trade, from {@code --depth}: {@code factor,halfSpread,dailyVolatility,dailyVolume,scanRange}. */
final class DepthFile {
    private static final List<String> COLUMNS =
            List.of("factor", "halfSpread", "dailyVolatility", "dailyVolume", "scanRange");

    private final Path file;
    private final FactorHistory history;
    private final Map<Integer, Entry> byFactor = new HashMap<>();

    /** @param scanRange how far the price moves in the days that margin covers, money per unit */
    private record Entry(MarketDepth depth, double scanRange) {}

    private DepthFile(Path file, FactorHistory history) {
        this.file = file;
        this.history = history;
    }

    static DepthFile read(Path file, FactorHistory history) {
        DepthFile depths = new DepthFile(file, history);
        CsvTable table = CsvTable.read(file);
        table.requireColumns(COLUMNS);
        for (int row = 0; row < table.size(); row++) {
            String name = table.text(row, "factor");
            int factor = history.factors().indexOf(name);
            if (factor < 0) {
                throw table.refuseRow(row, "the history has no factor \"" + name + "\"");
            }
            MarketDepth depth = new MarketDepth(
                    table.notNegative(row, "halfSpread"),
                    table.notNegative(row, "dailyVolatility"),
                    table.positive(row, "dailyVolume"));
            if (depths.byFactor.put(factor, new Entry(depth, table.notNegative(row, "scanRange"))) != null) {
                throw table.refuseRow(row, "factor \"" + name + "\" stands twice");
            }
        }
        return depths;
    }

    /**
     * What closing out a group's positions costs: those of one factor by their net units, an option's times its delta, at the
     * factor's level today.
     */
    CloseOutCharge charge(List<Exposure> exposures, double[] levels, CloseOutOptions options) {
        Map<Integer, Double> netUnits = new TreeMap<>();
        for (Exposure exposure : exposures) {
            netUnits.merge(exposure.factor(), exposure.units() * exposure.delta(), Double::sum);
        }
        double liquidity = 0;
        double concentration = 0;
        for (Map.Entry<Integer, Double> net : netUnits.entrySet()) {
            double units = net.getValue();
            Entry entry = entry(net.getKey());
            liquidity += CloseOut.liquidityCharge(units, levels[net.getKey()], entry.depth, options.impact());
            concentration += CloseOut.concentrationCharge(
                    Math.abs(units) * entry.scanRange,
                    units,
                    entry.depth,
                    options.participation(),
                    options.coveredDays());
        }
        return new CloseOutCharge(liquidity, concentration);
    }

    private Entry entry(int factor) {
        Entry entry = byFactor.get(factor);
        if (entry == null) {
            throw new UserError(
                    ExitCode.USAGE,
                    file + ": no row of factor \"" + history.factors().get(factor)
                            + "\", in which there are positions");
        }
        return entry;
    }
}
