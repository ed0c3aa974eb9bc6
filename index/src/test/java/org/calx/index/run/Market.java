package org.calx.index.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.calx.index.methodology.Methodology;

/** A made-up market for tests: rows of our own schema, and the fixings that come of them. */
public final class Market {
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final String HEADER = org.calx.index.input.ObservationCsv.HEADER;

    private final List<String> rows = new ArrayList<>();

    /** A row with the usual words; {@code price} in dollars per GPU-hour. */
    Market offer(int day, String provider, double price) {
        return row(day, "list", provider, "US", 1, "on-demand", "USD", "gpu-hour", Double.toString(price), "", "desk");
    }

    Market trade(int day, String provider, double price, int gpuHours, boolean generated) {
        rows.add(DAY.plusDays(day) + ",trade," + provider + ",,US,H100,1,on-demand,USD,gpu-hour," + price + ","
                + gpuHours + ",tape," + (generated ? "1" : "0"));
        return this;
    }

    Market row(
            int day,
            String kind,
            String provider,
            String region,
            int gpus,
            String term,
            String currency,
            String unit,
            String price,
            String gpuHours,
            String source) {
        rows.add(String.join(
                ",",
                DAY.plusDays(day).toString(),
                kind,
                provider,
                "",
                region,
                "H100",
                Integer.toString(gpus),
                term,
                currency,
                unit,
                price,
                gpuHours,
                source,
                "0"));
        return this;
    }

    /** Ten providers with prices from 2.00 to 2.90 on each of the days. */
    static Market ofTen(int days) {
        Market market = new Market();
        for (int day = 0; day < days; day++) {
            for (int provider = 0; provider < 10; provider++) {
                market.offer(day, "p" + provider, 2 + provider / 10.0);
            }
        }
        return market;
    }

    Path write(Path folder) throws IOException {
        return Files.write(folder.resolve("market.csv"), rowsWithHeader());
    }

    private List<String> rowsWithHeader() {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(rows);
        return lines;
    }

    /** Computes and gives back the lines of {@code fixings.csv}, by date and index. */
    Map<String, String[]> fixings(Path folder, Methodology rules) throws IOException {
        return fixings(List.of(write(folder)), rules, folder.resolve("out"));
    }

    public static Map<String, String[]> fixings(List<Path> inputs, Methodology rules, Path out) throws IOException {
        IndexRun.compute(inputs, rules, out);
        Map<String, String[]> fixings = new LinkedHashMap<>();
        for (String line :
                Files.readAllLines(out.resolve("fixings.csv")).stream().skip(1).toList()) {
            String[] cells = line.split(",");
            fixings.put(cells[0] + " " + cells[1], cells);
        }
        return fixings;
    }

    static double value(Map<String, String[]> fixings, LocalDate date, String index) {
        return Double.parseDouble(fixings.get(date + " " + index)[2]);
    }

    static double value(Map<String, String[]> fixings, int day) {
        return value(fixings, DAY.plusDays(day), "H100");
    }

    static String status(Map<String, String[]> fixings, int day) {
        return fixings.get(DAY.plusDays(day) + " H100")[6];
    }
}
