package org.calx.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.calx.app.margin.JsonFault;
import org.calx.app.margin.MarginFiles;
import org.calx.app.margin.MarginReport;
import org.calx.margin.portfolio.MarginKernel;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calx margin}. */
@Command(name = "margin", description = "Print what portfolios require, one JSON object for each pair of files.")
final class MarginCommand implements Callable<Integer> {
    @ArgGroup(exclusive = false, multiplicity = "1..*")
    private List<Pair> pairs;

    /** A portfolio and the parameters to compute it by. */
    static final class Pair {
        @Option(names = "--parameters", required = true, paramLabel = "FILE", description = "Margin parameters, JSON.")
        private Path parameters;

        @Option(names = "--portfolio", required = true, paramLabel = "FILE", description = "Positions, JSON.")
        private Path portfolio;
    }

    @Override
    public Integer call() {
        List<String> lines = new ArrayList<>();
        for (Pair pair : pairs) {
            lines.add(line(pair));
        }
        lines.forEach(System.out::println);
        return ExitCode.OK;
    }

    private static String line(Pair pair) {
        requireFile("--parameters", pair.parameters);
        requireFile("--portfolio", pair.portfolio);
        try {
            MarginKernel kernel = MarginFiles.readParameters(pair.parameters);
            MarginFiles.readPositions(pair.portfolio, kernel);
            return MarginReport.line(kernel);
        } catch (JsonFault fault) {
            throw new UserError(ExitCode.USAGE, fault.getMessage(), fault);
        } catch (ArithmeticException overflow) {
            String reason = ": an amount does not fit 64 bits; use smaller quantities, arrays or rates";
            throw new UserError(ExitCode.USAGE, pair.portfolio + " by " + pair.parameters + reason, overflow);
        }
    }

    private static void requireFile(String option, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserError(ExitCode.NOT_FOUND, option + ": there is no file " + file);
        }
    }
}
