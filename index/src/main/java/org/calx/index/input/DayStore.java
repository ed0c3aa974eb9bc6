package org.calx.index.input;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Observations by day in constant memory: what arrives in any order is given back a day at a time, in the order of arrival.
 *
 * <p>{@link #IN_MEMORY} rows are held; when they are full all go to a file per day in a temporary folder. The largest day is
 * in memory while it is handled, so a day has at most {@link #MAX_ROWS_OF_DAY} rows.
 */
public final class DayStore implements AutoCloseable {
    /** Rows held before they are written out. */
    public static final int IN_MEMORY = 400_000;
    /** Most rows of one day. */
    public static final int MAX_ROWS_OF_DAY = 2_000_000;

    private static final Observation.Kind[] KINDS = Observation.Kind.values();
    private static final Observation.Term[] TERMS = Observation.Term.values();

    private final int inMemory;
    private final TreeMap<Integer, List<Observation>> held = new TreeMap<>();
    private final TreeMap<Integer, Integer> written = new TreeMap<>();
    private final List<String> words = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private Path folder;
    private int rows;

    public DayStore() {
        this(IN_MEMORY);
    }

    DayStore(int inMemory) {
        this.inMemory = inMemory;
    }

    /** Takes an observation. */
    public void add(Observation observation) {
        held.computeIfAbsent(observation.epochDay(), _ -> new ArrayList<>()).add(observation);
        rows++;
        if (rows >= inMemory) {
            spill();
        }
    }

    /** Days that have observations, in order. */
    public TreeSet<Integer> days() {
        TreeSet<Integer> days = new TreeSet<>(held.keySet());
        days.addAll(written.keySet());
        return days;
    }

    /** The observations of a day in order of arrival, given out once. */
    public List<Observation> take(int epochDay) {
        List<Observation> day = new ArrayList<>();
        try {
            readBack(epochDay, day);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Observation> rest = held.remove(epochDay);
        if (rest != null) {
            day.addAll(rest);
        }
        return day;
    }

    private void spill() {
        try {
            if (folder == null) {
                folder = Files.createTempDirectory("calx-index-");
            }
            for (Map.Entry<Integer, List<Observation>> day : held.entrySet()) {
                writeOut(day.getKey(), day.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        held.clear();
        rows = 0;
    }

    private void writeOut(int epochDay, List<Observation> day) throws IOException {
        int total = written.merge(epochDay, day.size(), Integer::sum);
        if (total > MAX_ROWS_OF_DAY) {
            throw new InputException("a day has more than " + MAX_ROWS_OF_DAY + " rows");
        }
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                Files.newOutputStream(file(epochDay), StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                1 << 16))) {
            for (Observation observation : day) {
                write(out, observation);
            }
        }
    }

    private Path file(int epochDay) {
        return folder.resolve(Integer.toString(epochDay));
    }

    private void write(DataOutputStream out, Observation row) throws IOException {
        out.writeInt(row.file());
        out.writeLong(row.row());
        out.writeByte(row.kind().ordinal());
        out.writeInt(number(row.provider()));
        out.writeInt(number(row.group()));
        out.writeInt(number(row.region()));
        out.writeInt(number(row.model()));
        out.writeInt(row.gpuCount());
        out.writeByte(row.term().ordinal());
        out.writeInt(number(row.currency()));
        out.writeLong(row.priceMicros());
        out.writeLong(row.gpuHoursMicros());
        out.writeInt(number(row.source()));
        out.writeBoolean(row.generated());
    }

    private int number(String word) {
        return numbers.computeIfAbsent(word, text -> {
            words.add(text);
            return words.size() - 1;
        });
    }

    private void readBack(int epochDay, List<Observation> day) throws IOException {
        int count = written.getOrDefault(epochDay, 0);
        if (count == 0) {
            return;
        }
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file(epochDay)), 1 << 16))) {
            for (int row = 0; row < count; row++) {
                day.add(read(in, epochDay));
            }
        }
        Files.delete(file(epochDay));
        written.remove(epochDay);
    }

    private Observation read(DataInputStream in, int epochDay) throws IOException {
        return new Observation(
                in.readInt(),
                in.readLong(),
                epochDay,
                KINDS[in.readByte()],
                words.get(in.readInt()),
                words.get(in.readInt()),
                words.get(in.readInt()),
                words.get(in.readInt()),
                in.readInt(),
                TERMS[in.readByte()],
                words.get(in.readInt()),
                in.readLong(),
                in.readLong(),
                words.get(in.readInt()),
                in.readBoolean());
    }

    @Override
    public void close() throws IOException {
        if (folder != null) {
            for (int epochDay : written.keySet()) {
                Files.deleteIfExists(file(epochDay));
            }
            Files.deleteIfExists(folder);
        }
    }
}
