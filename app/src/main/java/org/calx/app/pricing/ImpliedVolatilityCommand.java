package org.calx.app.pricing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.calx.app.CsvTable;
import org.calx.app.ExitCode;
import org.calx.pricing.implied.ImpliedVolatility;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calx implied-volatility}. */
@Command(
        name = "implied-volatility",
        description = "Invert the prices of a file; print them with Black-76 volatility and status.")
public final class ImpliedVolatilityCommand implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of("forward", "strike", "expiryYears", "price", "rate", "type");

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "CSV file of options.")
    private Path input;

    @Override
    public Integer call() throws IOException {
        CsvTable table = CsvTable.read(input);
        table.requireColumns(COLUMNS);
        StringBuilder out = new StringBuilder(String.join(",", table.header())).append(",volatility,status\n");
        for (int row = 0; row < table.size(); row++) {
            ImpliedVolatility implied = ImpliedVolatility.black76(
                    PricedModel.type(table, row),
                    table.number(row, "forward"),
                    table.number(row, "strike"),
                    table.number(row, "expiryYears"),
                    table.number(row, "price"),
                    table.number(row, "rate"));
            out.append(table.line(row)).append(',');
            if (!Double.isNaN(implied.volatility())) {
                out.append(implied.volatility());
            }
            out.append(',').append(implied.status().text()).append('\n');
        }
        System.out.print(out);
        return ExitCode.OK;
    }
}
