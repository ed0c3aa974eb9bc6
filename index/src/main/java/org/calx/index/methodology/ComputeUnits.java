package org.calx.index.methodology;

import java.util.Optional;
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
 */
public record ComputeUnits(String model, double training, double inference, boolean inComposite) {
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
                        row[4].equals("yes"))));
        return all;
    }

    /** The compute units of a model; empty if the table does not have it. */
    public static Optional<ComputeUnits> of(String model) {
        return Optional.ofNullable(ALL.get(model));
    }
}
