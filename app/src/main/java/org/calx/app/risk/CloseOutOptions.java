package org.calx.app.risk;

import java.nio.file.Path;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import picocli.CommandLine.Option;

/** How {@code calx stress} and {@code calx fund} charge for closing large positions out; nothing without {@code --depth}. */
final class CloseOutOptions {
    private static final double MOST_IMPACT = 100;
    private static final double MOST_DAYS = 1_000;

    @Option(
            names = "--depth",
            paramLabel = "FILE",
            description = "CSV: factor,halfSpread,dailyVolatility,dailyVolume,scanRange; adds what closing out costs.")
    private Path depth;

    @Option(names = "--impact", description = "Coefficient of the square-root law (default ${DEFAULT-VALUE}).")
    private double impact = 1;

    @Option(
            names = "--participation",
            description = "Share of the daily volume that can be traded (default ${DEFAULT-VALUE}).")
    private double participation = 0.2;

    @Option(
            names = "--covered-days",
            paramLabel = "DAYS",
            description = "Days of the scan range, which margin covers (default ${DEFAULT-VALUE}).")
    private double coveredDays = 2;

    void check() {
        if (!(impact >= 0 && impact <= MOST_IMPACT)) {
            throw new UserError(ExitCode.USAGE, "--impact is from 0 to " + MOST_IMPACT);
        }
        if (!(participation > 0 && participation <= 1)) {
            throw new UserError(ExitCode.USAGE, "--participation is above 0 and at most 1");
        }
        if (!(coveredDays > 0 && coveredDays <= MOST_DAYS)) {
            throw new UserError(ExitCode.USAGE, "--covered-days is above 0 and at most " + MOST_DAYS);
        }
    }

    /** The file of depths, or null for no charge. */
    Path depth() {
        return depth;
    }

    double impact() {
        return impact;
    }

    double participation() {
        return participation;
    }

    double coveredDays() {
        return coveredDays;
    }
}
