package org.calx.index.print;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.calx.api.client.SigningKey;
import org.calx.index.input.InputException;

/**
 * Appends prints to the log of a folder, {@code prints.tsv}.
 *
 * <p>Bodies: {@code run,methodology,asOf,publicKey} begins a run; {@code input,sha256,path} names what it read; a print is
 * {@code state,methodology,date,index,value,contributors,low,high,status}; where a run finds another value for a final print,
 * {@code difference,methodology,date,index,value} says so and the print stands.
 */
public final class PrintLog implements AutoCloseable {
    /** Name of the log in its folder. */
    public static final String FILE = "prints.tsv";

    private static final int MOST_WAITING = 1_024;

    private final BufferedWriter out;
    private final List<PrintLine> waiting = new ArrayList<>();
    /** Places among those that wait of the last print of each day. */
    private final Set<Integer> lastOfDays = new HashSet<>();

    private int dayOfLast = Integer.MIN_VALUE;
    private final SigningKey key;
    private final Instant asOf;
    private final String methodology;
    private final Map<String, LastPrint> last = new HashMap<>();
    private String lastHash = PrintLine.FIRST_HASH;
    private long sequence;

    private record LastPrint(PrintState state, String rest) {}

    private PrintLog(Path file, String methodology, Instant asOf, SigningKey key) throws IOException {
        this.key = key;
        this.asOf = asOf;
        this.methodology = methodology;
        if (Files.exists(file)) {
            readBack(file);
        }
        this.out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /**
     * Goes on with the folder's log, or begins it.
     *
     * @param asOf time of the run, which decides what is preliminary and what is final
     * @throws InputException if the folder's log is of another methodology or is broken
     */
    public static PrintLog open(Path folder, String methodology, Instant asOf, SigningKey key) throws IOException {
        PrintLog log = new PrintLog(folder.resolve(FILE), methodology, asOf, key);
        log.append("run," + methodology + "," + asOf + "," + key.publicKey().hex());
        return log;
    }

    /** Names an input of the run. */
    public void input(String sha256, Path path) throws IOException {
        append("input," + sha256 + "," + path.toAbsolutePath());
    }

    /**
     * Prints a fixing if its day is over, unless it stands already.
     *
     * @param epochDay its day
     * @param index its index
     * @param rest value, contributors, low, high and status, commas between
     */
    public void print(int epochDay, String index, String rest) throws IOException {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        Optional<PrintState> due = PrintState.at(day, asOf);
        if (due.isEmpty()) {
            return;
        }
        if (epochDay != dayOfLast && !waiting.isEmpty()) {
            lastOfDays.add(waiting.size() - 1);
        }
        dayOfLast = epochDay;
        String name = day + "," + index;
        LastPrint before = last.get(name);
        PrintState state = due.get();
        if (before != null && before.state == PrintState.FINAL) {
            if (!before.rest.equals(rest)) {
                append("difference," + methodology + "," + name + "," + rest);
            }
            return;
        }
        if (before != null && state == PrintState.PRELIMINARY) {
            if (before.rest.equals(rest)) {
                return;
            }
            state = PrintState.CORRECTION;
        }
        last.put(name, new LastPrint(state, rest));
        append(state.name().toLowerCase(Locale.ROOT) + "," + methodology + "," + name + "," + rest);
    }

    private void append(String body) throws IOException {
        sequence++;
        lastHash = PrintLine.hash(lastHash, sequence, body);
        waiting.add(new PrintLine(sequence, body, lastHash, ""));
        if (waiting.size() == MOST_WAITING) {
            write();
        }
    }

    /** Writes what waits, and signs the last print of each day and the last line: the chain carries a signature to all lines before it. */
    private void write() throws IOException {
        for (int at = 0; at < waiting.size(); at++) {
            boolean signs = lastOfDays.contains(at) || at == waiting.size() - 1;
            out.write((signs ? signed(waiting.get(at)) : waiting.get(at)).text());
            out.write('\n');
        }
        waiting.clear();
        lastOfDays.clear();
    }

    private PrintLine signed(PrintLine line) {
        String signature = HexFormat.of().formatHex(key.sign(line.signedBytes()));
        return new PrintLine(line.sequence(), line.body(), line.hash(), signature);
    }

    private void readBack(Path file) throws IOException {
        try (BufferedReader text = Files.newBufferedReader(file)) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                PrintLine one = PrintLine.parse(line);
                if (one == null || !one.hash().equals(PrintLine.hash(lastHash, sequence + 1, one.body()))) {
                    throw new InputException(file + ", line " + (sequence + 1) + ": the chain is broken");
                }
                lastHash = one.hash();
                sequence = one.sequence();
                remember(file, one.body());
            }
        }
    }

    private void remember(Path file, String body) {
        String[] cells = body.split(",", 5);
        if (cells[0].equals("run") && !cells[1].equals(methodology)) {
            throw new InputException(
                    file + " holds prints of " + cells[1] + "; " + methodology + " needs its own folder");
        }
        for (PrintState state : PrintState.values()) {
            if (cells[0].equals(state.name().toLowerCase(Locale.ROOT))) {
                last.put(cells[2] + "," + cells[3], new LastPrint(state, cells[4]));
            }
        }
    }

    /** A time at which all prints of days up to this one are final. */
    public static Instant whenFinal(LocalDate day) {
        return day.plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    @Override
    public void close() throws IOException {
        write();
        out.close();
    }
}
