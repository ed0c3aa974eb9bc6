package org.calx.index.input;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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

    /** Most different series of an input, and most owners. */
    static final int MAX_SERIES = 2_000_000;

    private static final int ROW_BYTES = 3 * Integer.BYTES + 3 * Long.BYTES + 1;
    private static final int BUFFER_BYTES = 1 << 16;

    private final int inMemory;
    private final TreeMap<Integer, List<Observation>> held = new TreeMap<>();
    private final TreeMap<Integer, Integer> written = new TreeMap<>();
    private final List<SeriesKey> series = new ArrayList<>();
    private final Map<SeriesKey, Integer> seriesNumbers = new HashMap<>();
    private final List<String> groups = new ArrayList<>();
    private final Map<String, Integer> groupNumbers = new HashMap<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
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
        try (FileChannel out = FileChannel.open(file(epochDay), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (Observation observation : day) {
                if (buffer.remaining() < ROW_BYTES) {
                    flush(out);
                }
                write(observation);
            }
            flush(out);
        }
    }

    private void flush(FileChannel out) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
        buffer.clear();
    }

    private Path file(int epochDay) {
        return folder.resolve(Integer.toString(epochDay));
    }

    private void write(Observation row) {
        buffer.putInt(row.file())
                .putLong(row.row())
                .putInt(number(row.series(), series, seriesNumbers, MAX_SERIES))
                .putInt(number(row.group(), groups, groupNumbers, MAX_SERIES))
                .putLong(row.priceMicros())
                .putLong(row.gpuHoursMicros())
                .put((byte) (row.generated() ? 1 : 0));
    }

    private static <T> int number(T one, List<T> all, Map<T, Integer> numbers, int most) {
        Integer known = numbers.get(one);
        if (known != null) {
            return known;
        }
        if (all.size() == most) {
            throw new InputException("the input has more than " + most + " series");
        }
        all.add(one);
        numbers.put(one, all.size() - 1);
        return all.size() - 1;
    }

    private void readBack(int epochDay, List<Observation> day) throws IOException {
        int count = written.getOrDefault(epochDay, 0);
        if (count == 0) {
            return;
        }
        try (FileChannel in = FileChannel.open(file(epochDay))) {
            buffer.clear().limit(0);
            for (int row = 0; row < count; row++) {
                if (buffer.remaining() < ROW_BYTES) {
                    fill(in);
                }
                day.add(read(epochDay));
            }
        }
        buffer.clear();
        Files.delete(file(epochDay));
        written.remove(epochDay);
    }

    private void fill(FileChannel in) throws IOException {
        buffer.compact();
        while (buffer.position() < ROW_BYTES) {
            if (in.read(buffer) < 0) {
                throw new EOFException("a file of the temporary folder is cut short");
            }
        }
        buffer.flip();
    }

    private Observation read(int epochDay) {
        return new Observation(
                buffer.getInt(),
                buffer.getLong(),
                epochDay,
                series.get(buffer.getInt()),
                groups.get(buffer.getInt()),
                buffer.getLong(),
                buffer.getLong(),
                buffer.get() == 1);
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
