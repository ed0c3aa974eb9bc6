package org.calx.acceptance.simulator.member;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.calx.acceptance.simulator.tally.Count;
import org.calx.acceptance.simulator.tally.Tally;
import org.calx.acceptance.simulator.world.Frames;
import org.calx.acceptance.simulator.world.SimulatedDisk;
import org.calx.acceptance.simulator.world.SimulatedFile;
import org.calx.cluster.ReplicatedExchange;
import org.calx.cluster.SnapshotInput;
import org.calx.cluster.SnapshotOutput;

/** A member's last snapshots, one file each, named by the index of the log that they stand at. */
final class Snapshots {
    private static final String PREFIX = "snapshot-";
    private static final int KEPT = 3;

    private final SimulatedDisk disk;
    private final Assembly assembly;
    private final Tally tally;

    Snapshots(SimulatedDisk disk, Assembly assembly, Tally tally) {
        this.disk = disk;
        this.assembly = assembly;
        this.tally = tally;
    }

    /** Writes the state at an index; it is on the medium after the next {@link #sync()}. */
    void write(ReplicatedExchange exchange, long index) {
        Frames frames = new Frames(disk.file(name(index)));
        byte[] chunk = new byte[2 * 32 * 1_024];
        SnapshotOutput output = new SnapshotOutput((buffer, length) -> {
            buffer.getBytes(0, chunk, 0, length);
            frames.append(chunk, length);
        });
        exchange.writeTo(assembly.snapshotWriter(output));
        output.finish();
        tally.add(Count.SNAPSHOTS);
        List<String> names = new ArrayList<>(disk.names(PREFIX));
        for (String old : names.subList(0, Math.max(0, names.size() - KEPT))) {
            disk.remove(old);
        }
    }

    /** Puts all snapshots on the medium. */
    void sync() {
        disk.names(PREFIX).forEach(name -> disk.file(name).sync());
    }

    /** Indexes of the snapshots up to this one, newest first. */
    List<Long> indexes(long most) {
        List<Long> indexes = new ArrayList<>();
        for (String name : disk.names(PREFIX)) {
            long index = Long.parseLong(name.substring(PREFIX.length()));
            if (index <= most) {
                indexes.add(index);
            }
        }
        Collections.reverse(indexes);
        return indexes;
    }

    /** The snapshot at an index, or null if it is torn or damaged: then it is removed. */
    SnapshotInput read(long index) {
        SimulatedFile file = disk.file(name(index));
        SnapshotInput input = new SnapshotInput();
        UnsafeBuffer view = new UnsafeBuffer(0, 0);
        boolean whole;
        try {
            int end = new Frames(file).read((bytes, offset, length, endPosition) -> {
                view.wrap(bytes, offset, length);
                input.onChunk(view, 0);
            });
            whole = end == file.length() && input.isComplete();
        } catch (IllegalStateException damaged) {
            whole = false;
        }
        if (!whole) {
            tally.add(Count.DAMAGED_SNAPSHOTS);
            disk.remove(name(index));
            return null;
        }
        return input;
    }

    private static String name(long index) {
        return PREFIX + "%012d".formatted(index);
    }
}
