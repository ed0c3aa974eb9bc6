package org.calx.app.pricing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.pricing.surface.ArbitrageCheck;
import org.calx.pricing.surface.ExpiryQuotes;
import org.calx.pricing.surface.FitReport;
import org.calx.pricing.surface.SurfaceModel;
import org.calx.pricing.surface.VolatilitySurface;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code calx surface}. */
@Command(
        name = "surface",
        description = "Volatility surfaces.",
        subcommands = {SurfaceCommand.Fit.class, SurfaceGreeksCommand.class})
public final class SurfaceCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing: fit or greeks");
    }

    /** {@code calx surface fit}. */
    @Command(name = "fit", description = "Fit an arbitrage-free surface to the quotes of a chain.")
    static final class Fit implements Callable<Integer> {
        @Option(names = "--chain", required = true, paramLabel = "FILE", description = "CSV file, .gz if compressed.")
        private Path chain;

        @Option(
                names = "--model",
                paramLabel = "NAME",
                description = "One of: mixture, svi, ssvi, essvi (default mixture).")
        private String model = "mixture";

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "JSON file of the surface.")
        private Path out;

        @Override
        public Integer call() throws IOException {
            Path folder = out.toAbsolutePath().getParent();
            if (!Files.isDirectory(folder)) {
                throw new UserError(ExitCode.NOT_FOUND, "--out: there is no folder " + folder);
            }
            SurfaceModel family = family(model);
            List<ExpiryQuotes> expiries = OptionChain.read(chain);
            long startNs = System.nanoTime();
            VolatilitySurface surface = family.fit(expiries);
            double milliseconds = (System.nanoTime() - startNs) / 1e6;
            SurfaceFile.write(out, model, surface);
            FitReport report = FitReport.of(surface, expiries);
            ArbitrageCheck arbitrage = ArbitrageCheck.of(surface);
            System.out.printf(
                    Locale.ROOT,
                    "{\"quotes\":%d,\"insideSpread\":%.4f,\"rmseVolPoints\":%.4f,\"butterflyViolations\":%d,"
                            + "\"calendarViolations\":%d,\"milliseconds\":%.3f}%n",
                    report.quotes(),
                    report.insideSpread(),
                    report.rmseVolPoints(),
                    arbitrage.butterflyViolations(),
                    arbitrage.calendarViolations(),
                    milliseconds);
            return ExitCode.OK;
        }

        private static SurfaceModel family(String name) {
            for (SurfaceModel family : SurfaceModel.values()) {
                if (family.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return family;
                }
            }
            throw new UserError(ExitCode.USAGE, "--model '" + name + "' is not one of mixture, svi, ssvi, essvi");
        }
    }
}
