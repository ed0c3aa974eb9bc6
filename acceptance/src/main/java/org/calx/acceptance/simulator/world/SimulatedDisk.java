package org.calx.acceptance.simulator.world;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.calx.acceptance.simulator.tally.Count;
import org.calx.acceptance.simulator.tally.Tally;

/** A member's disk: files by name, and what happens to them when a process or the machine stops. */
public final class SimulatedDisk {
    private final Map<String, SimulatedFile> files = new TreeMap<>();
    private final Supplier<SimulatedFile> newFile;
    private final Tally tally;

    /** An empty disk that makes its files so. */
    public SimulatedDisk(Supplier<SimulatedFile> newFile, Tally tally) {
        this.newFile = newFile;
        this.tally = tally;
    }

    /** The file of this name, made if there is none. */
    public SimulatedFile file(String name) {
        return files.computeIfAbsent(name, unused -> newFile.get());
    }

    /** Names of the files that begin so, in order. */
    public Collection<String> names(String prefix) {
        return files.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
    }

    /** Removes a file. */
    public void remove(String name) {
        files.remove(name);
    }

    /** The disk says from now on that it has synced and does not, until it loses power. */
    public void loseSyncs() {
        files.values().forEach(SimulatedFile::loseSyncs);
    }

    /** A piece of the process's work begins. */
    public void mark() {
        files.values().forEach(SimulatedFile::mark);
    }

    /** The process stops; its last writes may be torn. */
    public void kill(Chance chance, int tornPerMille) {
        for (SimulatedFile file : files.values()) {
            if (chance.perMille(tornPerMille) && file.tearLastWrites(chance)) {
                tally.add(Count.TORN_WRITES);
            }
        }
    }

    /** The machine stops. @return bytes that were lost */
    public int losePower(Chance chance, int tornPerMille) {
        int lost = 0;
        for (SimulatedFile file : files.values()) {
            boolean torn = chance.perMille(tornPerMille);
            int ofFile = file.losePower(chance, torn);
            if (torn && ofFile > 0) {
                tally.add(Count.TORN_WRITES);
            }
            lost += ofFile;
        }
        return lost;
    }

    /** Turns one bit of one file. */
    public void flipBit(Chance chance) {
        SimulatedFile[] all = files.values().toArray(SimulatedFile[]::new);
        if (all.length > 0 && all[chance.below(all.length)].flipBit(chance)) {
            tally.add(Count.BIT_FLIPS);
        }
    }
}
