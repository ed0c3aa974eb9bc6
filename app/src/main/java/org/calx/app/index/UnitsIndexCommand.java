package org.calx.app.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.calx.app.ExitCode;
import org.calx.index.DecimalMicros;
import org.calx.index.input.InputException;
import org.calx.index.input.TableReader;
import org.calx.index.methodology.ComputeUnits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calx index units}. */
@Command(name = "units", description = "Compare GPU models by compute units; nothing settles on them.")
public final class UnitsIndexCommand implements Callable<Integer> {
    private static final int MAX_FIXINGS = 5_000_000;

    @Option(names = "--fixings", paramLabel = "FILE", description = "A fixings.csv: adds each model's price of a unit.")
    private Path fixings;

    @Override
    public Integer call() throws IOException {
        Map<String, Double> prices = new HashMap<>();
        if (fixings != null) {
            IndexInputs.refusing(List.of(fixings), () -> {
                read(prices);
                return null;
            });
        }
        System.out.println("model,bf16_tflops,bandwidth_tb_s,memory_gb,training_units,inference_units,"
                + "usd_per_training_unit,usd_per_inference_unit,source");
        for (ComputeUnits one : ComputeUnits.all()) {
            Double price = prices.get(one.model());
            System.out.printf(
                    Locale.ROOT,
                    "%s,%s,%s,%s,%.4f,%.4f,%s,%s,%s%n",
                    one.model(),
                    one.sheet().bf16Tflops(),
                    one.sheet().bandwidthTbPerSecond(),
                    one.sheet().memoryGb(),
                    one.training(),
                    one.inference(),
                    price == null ? "" : String.format(Locale.ROOT, "%.6f", price / one.training()),
                    price == null ? "" : String.format(Locale.ROOT, "%.6f", price / one.inference()),
                    one.sheet().source());
        }
        return ExitCode.OK;
    }

    /** The last value of each index. */
    private void read(Map<String, Double> prices) {
        TableReader.read(fixings, MAX_FIXINGS, (header, row, cells) -> {
            int index = header.indexOf("index");
            int value = header.indexOf("value");
            if (index < 0 || value < 0 || DecimalMicros.parse(cells[value]).isEmpty()) {
                throw new InputException(fixings + ", row " + row + " is not a fixing: index and value are needed");
            }
            prices.put(cells[index], DecimalMicros.parse(cells[value]).getAsLong() / 1e6);
        });
    }
}
