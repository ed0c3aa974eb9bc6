package org.calx.app.pricing;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.calx.app.CsvTable;
import org.calx.app.ExitCode;
import org.calx.pricing.Greeks;
import org.calx.pricing.OptionType;
import org.calx.pricing.surface.SmileGreeks;
import org.calx.pricing.surface.VolatilitySurface;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calx surface greeks}. */
@Command(
        name = "greeks",
        description = "Value options on a fitted surface; print Greeks for a smile that stays and one that moves.")
final class SurfaceGreeksCommand implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of("forward", "strike", "expiryYears", "rate", "type");

    @Option(names = "--surface", required = true, paramLabel = "FILE", description = "JSON file of `surface fit`.")
    private Path surfaceFile;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "CSV file of options.")
    private Path input;

    @Override
    public Integer call() {
        VolatilitySurface surface = SurfaceFile.read(surfaceFile);
        CsvTable table = CsvTable.read(input);
        table.requireColumns(COLUMNS);
        StringBuilder out = new StringBuilder(String.join(",", table.header()))
                .append(",volatility,price,stickyStrikeDelta,stickyStrikeGamma,stickyDeltaDelta,stickyDeltaGamma")
                .append(",vega,theta,rho\n");
        for (int row = 0; row < table.size(); row++) {
            append(out.append(table.line(row)), surface, table, row);
        }
        System.out.print(out);
        return ExitCode.OK;
    }

    private static void append(StringBuilder out, VolatilitySurface surface, CsvTable table, int row) {
        OptionType type = PricedModel.type(table, row);
        double forward = table.positive(row, "forward");
        double strike = table.positive(row, "strike");
        double years = table.positive(row, "expiryYears");
        double volatility = surface.volatility(years, strike / forward);
        SmileGreeks smile = new SmileGreeks(surface, years, table.number(row, "rate"));
        Greeks still;
        Greeks moving;
        try {
            still = smile.stickyStrike(type, forward, strike);
            moving = smile.stickyDelta(type, forward, strike);
        } catch (IllegalArgumentException e) {
            throw table.refuseRow(row, e.getMessage());
        }
        double[] figures = {
            volatility,
            still.price(),
            still.delta(),
            still.gamma(),
            moving.delta(),
            moving.gamma(),
            still.vega(),
            still.theta(),
            still.rho()
        };
        for (double figure : figures) {
            if (!Double.isFinite(figure)) {
                throw table.refuseRow(row, "the surface has no finite value here");
            }
            out.append(',').append(figure);
        }
        out.append('\n');
    }
}
