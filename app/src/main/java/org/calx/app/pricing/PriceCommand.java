package org.calx.app.pricing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.calx.app.CsvTable;
import org.calx.app.ExitCode;
import org.calx.pricing.Greeks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calx price}. */
@Command(name = "price", description = "Value the options of a file; print them with price and Greeks.")
public final class PriceCommand implements Callable<Integer> {
    static final List<String> COLUMNS = List.of("forward", "strike", "expiryYears", "volatility", "rate", "type");

    @Option(
            names = "--model",
            required = true,
            paramLabel = "NAME",
            completionCandidates = PricedModel.Names.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private String name;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "CSV file of options.")
    private Path input;

    @Override
    public Integer call() throws IOException {
        PricedModel model = PricedModel.named(name);
        CsvTable table = CsvTable.read(input);
        List<String> columns = new ArrayList<>(COLUMNS);
        columns.addAll(model.furtherColumns());
        table.requireColumns(columns);
        StringBuilder out =
                new StringBuilder(String.join(",", table.header())).append(",price,delta,gamma,vega,theta,rho\n");
        for (int row = 0; row < table.size(); row++) {
            append(out.append(table.line(row)), value(model, table, row)).append('\n');
        }
        System.out.print(out);
        return ExitCode.OK;
    }

    private static Greeks value(PricedModel model, CsvTable table, int row) {
        Greeks greeks;
        try {
            greeks = model.value(table, row);
        } catch (IllegalArgumentException e) {
            throw table.refuseRow(row, e.getMessage());
        }
        if (!Double.isFinite(greeks.price() + greeks.delta() + greeks.gamma() + greeks.vega())) {
            throw table.refuseRow(row, "the model has no finite value here");
        }
        return greeks;
    }

    private static StringBuilder append(StringBuilder out, Greeks greeks) {
        return out.append(',')
                .append(greeks.price())
                .append(',')
                .append(greeks.delta())
                .append(',')
                .append(greeks.gamma())
                .append(',')
                .append(greeks.vega())
                .append(',')
                .append(greeks.theta())
                .append(',')
                .append(greeks.rho());
    }
}
