package org.calx.index.input;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.calx.index.DecimalMicros;

/**
 * What the committee has decided for days on which no rule gives a figure: input files with the columns {@link #COLUMNS}. Like any input
 * they are named in the log of prints with their hashes.
 */
public final class Decisions {
    /** The columns of a file of decisions; {@code reason} is for the reader. */
    public static final List<String> COLUMNS = List.of("date", "index", "value", "reason");

    private static final int MAX_DECISIONS = 100_000;

    private final Map<String, Long> micros = new HashMap<>();
    private final Map<String, String> places = new TreeMap<>();
    private final Set<String> used = new HashSet<>();

    private Decisions() {}

    /** No decisions. */
    public static Decisions none() {
        return new Decisions();
    }

    /** The decisions among input files. @throws InputException at the first row that is none */
    public static Decisions among(List<Path> inputs) {
        Decisions decisions = new Decisions();
        for (Path input : inputs) {
            if (isOf(input)) {
                TableReader.read(input, MAX_DECISIONS, (_, row, cells) -> decisions.add(input + ", row " + row, cells));
            }
        }
        return decisions;
    }

    private static boolean isOf(Path input) {
        try (Rows rows = Rows.open(input)) {
            return rows.header().equals(COLUMNS);
        } catch (IOException e) {
            throw new InputException(input + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void add(String place, String[] cells) {
        OptionalLong value = DecimalMicros.parse(cells[2]);
        try {
            String name = LocalDate.parse(cells[0]) + "," + cells[1];
            if (value.isPresent() && value.getAsLong() > 0 && !cells[3].isBlank() && !places.containsKey(name)) {
                micros.put(name, value.getAsLong());
                places.put(name, place);
                return;
            }
        } catch (DateTimeException _) {
            // falls through to the same refusal
        }
        throw new InputException(
                place + " is not a decision: a date and index that no other row has, a value above 0, and a reason");
    }

    /** What was decided for a day and index, in micro-units. */
    public OptionalLong micros(int epochDay, String index) {
        String name = LocalDate.ofEpochDay(epochDay) + "," + index;
        Long value = micros.get(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        used.add(name);
        return OptionalLong.of(value);
    }

    /**
     * Refuses decisions that nothing has asked for: the committee decides where the rules end, and nowhere else.
     *
     * @throws InputException that names the first one
     */
    public void refuseUnused() {
        Predicate<String> isUsed = used::contains;
        places.keySet().stream().filter(isUsed.negate()).findFirst().ifPresent(name -> {
            throw new InputException(places.get(name) + ": the rules do not ask the committee for " + name);
        });
    }
}
