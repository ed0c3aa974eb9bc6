package org.calx.app.risk;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.risk.addon.AntiProcyclicality;
import org.calx.risk.addon.ScanRangeEstimate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** {@code calx scan-range}. */
@Command(name = "scan-range", description = "How far a price may move: the price scan range of risk-arrays.")
public final class ScanRangeCommand implements Callable<Integer> {
    @Option(names = "--history", required = true, paramLabel = "FILE", description = "CSV with a column of prices.")
    private Path history;

    @Option(names = "--column", description = "The column; the last if absent.")
    private String column;

    @Option(names = "--confidence", description = "Share of moves covered (default ${DEFAULT-VALUE}).")
    private double confidence = 0.99;

    @Option(names = "--days", description = "Days to close out (default ${DEFAULT-VALUE}).")
    private double days = 1;

    @Option(names = "--decay", description = "Weight of the last variance (default ${DEFAULT-VALUE}).")
    private double decay = 0.94;

    @Option(
            names = "--procyclicality",
            description = "What keeps it from falling too low, one of: ${COMPLETION-CANDIDATES} "
                    + "(default ${DEFAULT-VALUE}).")
    private AntiProcyclicality procyclicality = AntiProcyclicality.LONG_RUN_FLOOR;

    @Override
    public Integer call() {
        require(confidence > 0 && confidence < 1, "--confidence is above 0 and below 1");
        require(days > 0 && days <= 365, "--days is above 0 and at most 365");
        require(decay >= 0 && decay < 1, "--decay is at least 0 and below 1");
        double[] prices = NumberColumn.read(history, column);
        ScanRangeEstimate estimate = estimate(prices);
        double share = procyclicality.apply(estimate.current(), estimate.longRun(), estimate.stressed());
        ObjectNode root = JsonOutput.object();
        JsonOutput.put(root, "current", estimate.current());
        JsonOutput.put(root, "longRun", estimate.longRun());
        JsonOutput.put(root, "stressed", estimate.stressed());
        JsonOutput.put(root, "scanRangeShare", share);
        JsonOutput.put(root, "scanRange", share * prices[prices.length - 1]);
        JsonOutput.write(root, null);
        return ExitCode.OK;
    }

    private ScanRangeEstimate estimate(double[] prices) {
        double[] shifts = new double[Math.max(0, prices.length - 1)];
        for (int day = 0; day < shifts.length; day++) {
            require(prices[day] > 0 && prices[day + 1] > 0, history + ": prices must be above 0");
            shifts[day] = prices[day + 1] / prices[day] - 1;
        }
        try {
            return ScanRangeEstimate.of(shifts, confidence, days, decay);
        } catch (IllegalArgumentException e) {
            throw new UserError(ExitCode.USAGE, history + ": " + e.getMessage(), e);
        }
    }

    private static void require(boolean held, String rule) {
        if (!held) {
            throw new UserError(ExitCode.USAGE, rule);
        }
    }
}
