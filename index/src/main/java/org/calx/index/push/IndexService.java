package org.calx.index.push;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.calx.api.client.SigningKey;
import org.calx.index.input.InputException;
import org.calx.index.input.ObservationCsv;
import org.calx.index.input.ObservationReader;
import org.calx.index.input.RowLog;
import org.calx.index.methodology.Methodology;
import org.calx.index.run.IndexRun;
import org.calx.index.run.Publication;

/** An index that takes observations while it runs, and prints from what it has. Thread-safe: one caller at a time. */
public final class IndexService {
    /** Longest body in bytes. */
    public static final int MAX_BODY_BYTES = 1 << 20;
    /** Most rows of a body. */
    public static final int MAX_ROWS = 5_000;
    /** Most rows of one key that are kept on one day. */
    public static final int MAX_ROWS_A_DAY = 200_000;

    private static final Path BODY = Path.of("body");

    private final Path out;
    private final Methodology rules;
    private final List<Path> otherInputs;
    private final SigningKey signingKey;
    private final PushStore store;
    private final OwnTradeFiles ownTrades;
    private boolean changed = true;
    private Instant published = Instant.MIN;

    /**
     * Goes on with what the folder holds.
     *
     * @param folder {@code inputs}, {@code receipts.csv}, {@code refused.csv}, and in {@code out} the figures
     * @param otherInputs files that are read beside what is sent
     */
    public IndexService(Path folder, Methodology rules, List<Path> otherInputs, SigningKey signingKey)
            throws IOException {
        this.out = folder.resolve("out");
        this.rules = rules;
        this.otherInputs = List.copyOf(otherInputs);
        this.signingKey = signingKey;
        this.store = new PushStore(folder);
        this.ownTrades = new OwnTradeFiles(store.inputsFolder());
    }

    /**
     * Takes a body of rows under the schema's header, and keeps them before it answers.
     *
     * @throws PushRefusal if the body is refused whole
     */
    public synchronized PushAnswer accept(PushKey key, String body, Instant now) throws IOException {
        String sha256 = PushKeys.sha256(body);
        if (store.knows(key, sha256)) {
            return new PushAnswer(sha256, true, List.of());
        }
        List<String> rows = rows(body);
        if (store.rowsOn(now, key) + rows.size() > MAX_ROWS_A_DAY) {
            throw new PushRefusal("a key sends at most " + MAX_ROWS_A_DAY + " rows a day");
        }
        List<PushAnswer.Outcome> outcomes = judge(key, rows);
        List<String> lines = outcomes.stream()
                .filter(one -> one.verdict() != PushAnswer.Verdict.REFUSED)
                .map(one -> withSource(rows.get((int) one.row() - 1), key.name()))
                .toList();
        PushAnswer answer = new PushAnswer(sha256, false, outcomes);
        store.keep(key, now, answer, lines);
        changed |= !lines.isEmpty();
        return answer;
    }

    /** Number of the last event of our own market whose trade is kept; 0 if none is. */
    public synchronized long lastTradeEvent() {
        return ownTrades.lastEvent();
    }

    /**
     * Keeps trades of our own market, each once.
     *
     * @param day their business date, which does not go back
     * @param rows under the schema's header, without line ends
     * @param event number of the last one's event
     */
    public synchronized void acceptTrades(LocalDate day, List<String> rows, long event) throws IOException {
        ownTrades.keep(day, rows, event);
        changed = true;
    }

    private static List<String> rows(String body) {
        List<String> lines = body.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        if (lines.isEmpty() || !lines.getFirst().equals(ObservationCsv.HEADER)) {
            throw new PushRefusal("the body begins with the header " + ObservationCsv.HEADER);
        }
        if (lines.size() < 2 || lines.size() > MAX_ROWS + 1) {
            throw new PushRefusal("a body has 1 to " + MAX_ROWS + " rows");
        }
        return lines.subList(1, lines.size());
    }

    private static List<PushAnswer.Outcome> judge(PushKey key, List<String> rows) {
        PushAnswer.Outcome[] outcomes = new PushAnswer.Outcome[rows.size()];
        Arrays.setAll(outcomes, at -> new PushAnswer.Outcome(at + 1, PushAnswer.Verdict.ACCEPTED, ""));
        RowLog log = RowLog.telling(List.of(BODY), (refused, _, row, reason) -> {
            PushAnswer.Verdict verdict = refused ? PushAnswer.Verdict.REFUSED : PushAnswer.Verdict.ADJUSTED;
            outcomes[(int) row - 1] = new PushAnswer.Outcome(row, verdict, reason);
        });
        String text = ObservationCsv.HEADER + "\n" + String.join("\n", rows) + "\n";
        try {
            ObservationReader.readText(BODY, text, log, observation -> {
                if (!key.mayTell(observation.provider())) {
                    log.refuse(
                            0,
                            observation.row(),
                            "provider",
                            "the key may not tell prices of " + observation.provider());
                }
            });
        } catch (InputException e) {
            throw new PushRefusal(e.getMessage());
        }
        return List.of(outcomes);
    }

    /** The line with the key's name as its source: nobody says that a row came from somewhere else. */
    private static String withSource(String line, String source) {
        String[] cells = ObservationReader.cells(BODY, line);
        cells[ObservationCsv.PROVIDER] = cells[ObservationCsv.PROVIDER].toLowerCase(Locale.ROOT);
        cells[ObservationCsv.SOURCE] = source;
        return ObservationCsv.line(Arrays.asList(cells));
    }

    /**
     * Computes and prints if anything has come or a print has fallen due since the last time.
     *
     * @return whether it did
     */
    public synchronized boolean publishIfDue(Instant now) throws IOException {
        if (!changed && Publication.nextDue(published).isAfter(now)) {
            return false;
        }
        List<Path> inputs =
                Stream.concat(otherInputs.stream(), store.inputs().stream()).toList();
        changed = false;
        published = now;
        if (inputs.isEmpty()) {
            return false;
        }
        IndexRun.compute(inputs, rules, out);
        Publication.publish(inputs, rules, out, now, signingKey);
        return true;
    }

    /** The lines of {@code fixings.csv} of a day, header first; of the last day that has any if none is named. */
    public synchronized List<String> fixings(LocalDate day) throws IOException {
        Path file = out.resolve("fixings.csv");
        List<String> lines = new ArrayList<>(List.of("date,index,value,contributors,low,high,status"));
        if (Files.exists(file)) {
            try (Stream<String> all = Files.lines(file)) {
                String[] last = {day == null ? "" : day.toString()};
                all.skip(1).forEach(line -> {
                    String date = line.substring(0, line.indexOf(','));
                    if (day == null && !date.equals(last[0])) {
                        lines.subList(1, lines.size()).clear();
                        last[0] = date;
                    }
                    if (date.equals(last[0])) {
                        lines.add(line);
                    }
                });
            }
        }
        return lines;
    }
}
