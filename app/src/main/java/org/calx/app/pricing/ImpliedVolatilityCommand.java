package org.calx.app.pricing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.calx.app.CsvTable;
import org.calx.app.ExitCode;
import org.calx.pricing.implied.ImpliedKernel;
import org.calx.pricing.implied.ImpliedStatus;
import org.calx.pricing.implied.ImpliedVolatility;
import org.calx.pricing.vanilla.OptionColumns;
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
        int size = table.size();
        OptionColumns options = new OptionColumns(size);
        double[] prices = new double[options.length()];
        for (int row = 0; row < size; row++) {
            options.set(
                    row,
                    PricedModel.type(table, row),
                    table.number(row, "forward"),
                    table.number(row, "strike"),
                    table.number(row, "expiryYears"),
                    1,
                    table.number(row, "rate"));
            prices[row] = table.number(row, "price");
        }
        double[] volatilities = new double[prices.length];
        ImpliedKernel.fastest().invert(options, prices, volatilities);
        StringBuilder out = new StringBuilder(String.join(",", table.header())).append(",volatility,status\n");
        for (int row = 0; row < size; row++) {
            out.append(table.line(row)).append(',');
            double volatility = volatilities[row];
            if (volatility > 0) {
                out.append(volatility).append(',').append(ImpliedStatus.FOUND.text());
            } else {
                appendExact(out, options, prices[row], row);
            }
            out.append('\n');
        }
        System.out.print(out);
        return ExitCode.OK;
    }

    /** Why a row has no volatility, or one of nothing. */
    private static void appendExact(StringBuilder out, OptionColumns options, double price, int row) {
        ImpliedVolatility implied = ImpliedVolatility.black76(
                options.type(row),
                options.forward(row),
                options.strike(row),
                options.expiryYears(row),
                price,
                options.rate(row));
        if (!Double.isNaN(implied.volatility())) {
            out.append(implied.volatility());
        }
        out.append(',').append(implied.status().text());
    }
}
