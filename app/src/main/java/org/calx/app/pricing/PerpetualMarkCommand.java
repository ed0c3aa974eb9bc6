package org.calx.app.pricing;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.calx.app.CsvTable;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.pricing.futures.PerpetualMark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calx perpetual-mark}. */
@Command(
        name = "perpetual-mark",
        description = "Mark and funding of a perpetual future from its index and the best prices of its book.")
public final class PerpetualMarkCommand implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of("seconds", "index", "bid", "ask", "last");
    private static final double SECONDS_AN_HOUR = 3_600;
    private static final double MOST_SECONDS = 1e9;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "CSV file, in the order of time.")
    private Path input;

    @Option(
            names = "--memory",
            paramLabel = "SECONDS",
            description = "In which a premium loses its weight to 1/e (default ${DEFAULT-VALUE}).")
    private double memorySeconds = 60;

    @Option(
            names = "--funding-hours",
            paramLabel = "HOURS",
            description = "Whose mean premium is the funding (default ${DEFAULT-VALUE}).")
    private double fundingHours = 8;

    @Option(
            names = "--funding-bound",
            paramLabel = "SHARE",
            description = "Greatest funding, as a share of the index (default ${DEFAULT-VALUE}).")
    private double bound = 0.005;

    @Override
    public Integer call() {
        double fundingSeconds = fundingHours * SECONDS_AN_HOUR;
        requireRange("--memory", memorySeconds);
        requireRange("--funding-hours", fundingSeconds);
        if (!(bound >= 0 && bound <= 1)) {
            throw new UserError(ExitCode.USAGE, "--funding-bound is from 0 to 1");
        }
        CsvTable table = CsvTable.read(input);
        table.requireColumns(COLUMNS);
        System.out.print(marks(table, fundingSeconds));
        return ExitCode.OK;
    }

    private StringBuilder marks(CsvTable table, double fundingSeconds) {
        StringBuilder out = new StringBuilder(String.join(",", table.header())).append(",mark,premium,funding\n");
        PerpetualMark perpetual = new PerpetualMark(memorySeconds);
        // Sums of premiums before each row: the mean of those of the last hours is a difference of two.
        double[] sums = new double[table.size() + 1];
        int oldest = 0;
        for (int row = 0; row < table.size(); row++) {
            double seconds = table.number(row, "seconds");
            double index = table.number(row, "index");
            double mark;
            try {
                mark = perpetual.mark(
                        seconds, index, table.number(row, "bid"), table.number(row, "ask"), table.number(row, "last"));
            } catch (IllegalArgumentException e) {
                throw table.refuseRow(row, e.getMessage());
            }
            sums[row + 1] = sums[row] + perpetual.premium();
            while (table.number(oldest, "seconds") <= seconds - fundingSeconds) {
                oldest++;
            }
            double mean = (sums[row + 1] - sums[oldest]) / (row + 1 - oldest);
            out.append(table.line(row)).append(',').append(mark);
            out.append(',').append(perpetual.premium());
            out.append(',').append(PerpetualMark.funding(mean, index, bound)).append('\n');
        }
        return out;
    }

    private static void requireRange(String option, double seconds) {
        if (!(seconds > 0 && seconds <= MOST_SECONDS)) {
            throw new UserError(ExitCode.USAGE, option + " is above 0 and at most " + MOST_SECONDS + " seconds");
        }
    }
}
