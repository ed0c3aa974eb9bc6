package org.calx.index.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.calx.index.methodology.Methodology;
import org.calx.index.print.PrintLog;
import org.calx.index.print.PrintLogReader;

/**
 * Verifies a published folder with nothing but its inputs: the chain and signatures of its log, the inputs' hashes, and every
 * figure, computed again.
 *
 * @param faults what is wrong, a line for each; empty if all is well
 * @param prints lines of the log
 * @param publicKey the key that signed, hexadecimal
 */
public record Verification(List<String> faults, long prints, String publicKey) {
    private static final List<String> FILES =
            List.of("fixings.csv", "weights.csv", "rejected.csv", "adjusted.csv", "panel.csv", "hedonic.csv");
    private static final int MOST_FAULTS = 20;

    /**
     * Verifies.
     *
     * @param folder what {@code index compute} wrote
     * @param inputs the inputs if they lie elsewhere than the log says, in its order; empty to take them from there
     */
    public static Verification of(Path folder, List<Path> inputs) throws IOException {
        PrintLogReader log = PrintLogReader.read(folder.resolve(PrintLog.FILE));
        List<String> faults = new ArrayList<>(log.faults());
        if (faults.isEmpty()) {
            checkFigures(folder, log, inputs, faults);
        }
        return new Verification(faults.stream().limit(MOST_FAULTS).toList(), log.lines(), log.publicKey());
    }

    private static void checkFigures(Path folder, PrintLogReader log, List<Path> inputs, List<String> faults)
            throws IOException {
        Optional<Methodology> rules = Methodology.named(log.methodology());
        if (rules.isEmpty()) {
            faults.add("the log is of methodology " + log.methodology() + ", which this version does not have");
            return;
        }
        List<Path> paths = inputs.isEmpty()
                ? log.inputs().stream().map(PrintLogReader.Input::path).toList()
                : inputs;
        if (paths.size() != log.inputs().size()) {
            faults.add("the log names " + log.inputs().size() + " inputs, not " + paths.size());
            return;
        }
        for (int at = 0; at < paths.size(); at++) {
            String found = Files.isRegularFile(paths.get(at)) ? Publication.sha256(paths.get(at)) : "absent";
            if (!found.equals(log.inputs().get(at).sha256())) {
                faults.add(paths.get(at) + " is not the input that was read (" + found + ")");
            }
        }
        if (faults.isEmpty()) {
            recompute(folder, log, paths, rules.get(), faults);
        }
    }

    private static void recompute(
            Path folder, PrintLogReader log, List<Path> inputs, Methodology rules, List<String> faults)
            throws IOException {
        Path again = Files.createTempDirectory("calx-verify-");
        try {
            IndexRun.compute(inputs, rules, again);
            for (String file : FILES) {
                if (!Files.exists(folder.resolve(file))
                        || Files.mismatch(folder.resolve(file), again.resolve(file)) >= 0) {
                    faults.add(file + " is not what the inputs give");
                }
            }
            comparePrints(log, again.resolve("fixings.csv"), faults);
        } finally {
            try (Stream<Path> left = Files.list(again)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(again);
        }
    }

    private static void comparePrints(PrintLogReader log, Path fixings, List<String> faults) throws IOException {
        Map<String, String> computed = new HashMap<>();
        try (Stream<String> lines = Files.lines(fixings)) {
            lines.skip(1)
                    .map(line -> line.split(",", 3))
                    .forEach(cells -> computed.put(cells[0] + "," + cells[1], cells[2]));
        }
        log.standing().forEach((name, printed) -> {
            String now = computed.get(name);
            boolean said = now != null && now.equals(log.differences().get(name));
            if (!printed.equals(now) && !said) {
                faults.add(name + " was printed as " + printed + ", the inputs give " + now);
            }
        });
        computed.keySet().stream()
                .filter(name -> !log.standing().containsKey(name))
                .filter(name -> log.isDue(LocalDate.parse(name.substring(0, name.indexOf(',')))))
                .sorted()
                .forEach(name -> faults.add(name + " was due and is not printed"));
    }
}
