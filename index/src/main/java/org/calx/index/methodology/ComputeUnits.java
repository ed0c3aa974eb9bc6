package org.calx.index.methodology;

import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.calx.index.input.Resources;

/**
 * Throughput of a GPU beside that of an H100 (SXM), by class of work, from {@code compute-units.csv}. For comparison between
 * models; nothing is settled by it.
 *
 * @param model GPU model
 * @param training compute units of a GPU-hour of training: dense BF16 throughput over that of an H100
 * @param inference compute units of a GPU-hour of inference: memory bandwidth over that of an H100
 * @param inComposite whether the model belongs to the all-GPU composite
 * @param sheet what they are made from
 */
public record ComputeUnits(String model, double training, double inference, boolean inComposite, Sheet sheet) {
    /**
     * A maker's data sheet.
     *
     * @param bf16Tflops dense BF16 throughput, 10^12 operations a second, as the sheet writes it
     * @param bandwidthTbPerSecond memory bandwidth, 10^12 bytes a second
     * @param memoryGb memory, 10^9 bytes
     * @param source the sheet
     */
    public record Sheet(String bf16Tflops, String bandwidthTbPerSecond, String memoryGb, String source) {}

    private static final String REFERENCE = "H100";
    private static final SequencedMap<String, ComputeUnits> ALL = read();

    private static SequencedMap<String, ComputeUnits> read() {
        TreeMap<String, String[]> rows = new TreeMap<>();
        Resources.rows("compute-units.csv").forEach(row -> rows.put(row[0], row));
        double tflops = Double.parseDouble(rows.get(REFERENCE)[1]);
        double bandwidth = Double.parseDouble(rows.get(REFERENCE)[2]);
        TreeMap<String, ComputeUnits> all = new TreeMap<>();
        rows.forEach((model, row) -> all.put(
                model,
                new ComputeUnits(
                        model,
                        Double.parseDouble(row[1]) / tflops,
                        Double.parseDouble(row[2]) / bandwidth,
                        row[4].equals("yes"),
                        new Sheet(row[1], row[2], row[3], row[5]))));
        return all;
    }

    /** All models of the table, by name. */
    public static SequencedCollection<ComputeUnits> all() {
        return ALL.sequencedValues();
    }

    /** The compute units of a model; empty if the table does not have it. */
    public static Optional<ComputeUnits> of(String model) {
        return Optional.ofNullable(ALL.get(model));
    }
}
