package org.calx.index.run;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.calx.index.methodology.Methodology;

/**
 * All versions of a methodology side by side, each in a folder of its name, and over them {@code fixings.csv} with those of the version in
 * effect on each day, and {@code versions.csv} with where a version differs from the one before it.
 */
public final class VersionedRun {
    private VersionedRun() {}

    /**
     * Computes all versions.
     *
     * @param versions in the order of their days of effect
     * @return the summary of the last version
     */
    public static IndexRun.Summary compute(List<Path> inputs, List<Methodology> versions, Path out) throws IOException {
        IndexRun.Summary summary = null;
        for (Methodology version : versions) {
            summary = IndexRun.compute(inputs, version, folder(out, version));
        }
        writeInEffect(versions, out);
        writeDifferences(versions, out);
        return summary;
    }

    /** Where a version's figures are. */
    public static Path folder(Path out, Methodology version) {
        return out.resolve(version.name());
    }

    private static Path fixings(Path out, Methodology version) {
        return folder(out, version).resolve("fixings.csv");
    }

    private static void writeInEffect(List<Methodology> versions, Path out) throws IOException {
        try (BufferedWriter text = Files.newBufferedWriter(out.resolve("fixings.csv"))) {
            text.write("date,index,value,contributors,low,high,status\n");
            for (int at = 0; at < versions.size(); at++) {
                LocalDate from = versions.get(at).effectiveFrom();
                LocalDate until =
                        at + 1 < versions.size() ? versions.get(at + 1).effectiveFrom() : LocalDate.MAX;
                try (BufferedReader all = Files.newBufferedReader(fixings(out, versions.get(at)))) {
                    all.readLine();
                    for (String line = all.readLine(); line != null; line = all.readLine()) {
                        LocalDate day = LocalDate.parse(line.substring(0, line.indexOf(',')));
                        if (!day.isBefore(from) && day.isBefore(until)) {
                            text.write(line + "\n");
                        }
                    }
                }
            }
        }
    }

    private static void writeDifferences(List<Methodology> versions, Path out) throws IOException {
        try (BufferedWriter text = Files.newBufferedWriter(out.resolve("versions.csv"))) {
            text.write("date,index,methodology,value,before,before_value\n");
            for (int at = 1; at < versions.size(); at++) {
                Map<String, String> before = values(fixings(out, versions.get(at - 1)));
                try (BufferedReader all = Files.newBufferedReader(fixings(out, versions.get(at)))) {
                    all.readLine();
                    for (String line = all.readLine(); line != null; line = all.readLine()) {
                        String[] cells = line.split(",", 4);
                        String was = before.getOrDefault(cells[0] + "," + cells[1], "");
                        if (!was.equals(cells[2])) {
                            text.write(cells[0] + "," + cells[1] + ","
                                    + versions.get(at).name() + "," + cells[2] + ","
                                    + versions.get(at - 1).name() + "," + was + "\n");
                        }
                    }
                }
            }
        }
    }

    private static Map<String, String> values(Path fixings) throws IOException {
        Map<String, String> values = new HashMap<>();
        try (BufferedReader all = Files.newBufferedReader(fixings)) {
            all.readLine();
            for (String line = all.readLine(); line != null; line = all.readLine()) {
                String[] cells = line.split(",", 4);
                values.put(cells[0] + "," + cells[1], cells[2]);
            }
        }
        return values;
    }
}
