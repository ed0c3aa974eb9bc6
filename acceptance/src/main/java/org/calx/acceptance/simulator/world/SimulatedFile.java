package org.calx.acceptance.simulator.world;

import java.util.Arrays;

/**
 * A file that grows at its end. What was written is in the page cache until it is synced: it survives the process and
 * not the machine.
 */
public class SimulatedFile {
    private byte[] bytes = new byte[1 << 16];
    private int length;
    private int syncedLength;
    private int lengthBefore;
    private boolean losesSyncs;

    /** Appends bytes. */
    public final void write(byte[] source, int offset, int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
        }
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }

    /** Puts everything written on the medium, if the disk is honest. */
    public void sync() {
        if (!losesSyncs) {
            syncedLength = length;
        }
    }

    /** Cuts the end off, for good. */
    public final void truncate(int newLength) {
        length = Math.min(length, newLength);
        syncedLength = Math.min(syncedLength, length);
        lengthBefore = Math.min(lengthBefore, length);
    }

    /** Bytes in the file. */
    public final int length() {
        return length;
    }

    /** The file's bytes; more may lie behind {@link #length()}. Not to be written to. */
    public final byte[] bytes() {
        return bytes;
    }

    /** Replaces the content by another file's, synced. */
    public final void copyFrom(SimulatedFile other) {
        bytes = Arrays.copyOf(other.bytes, Math.max(1, other.length));
        length = other.length;
        syncedLength = length;
        lengthBefore = length;
    }

    /** A piece of the process's work begins: if it is killed, it may be anywhere within. */
    final void mark() {
        lengthBefore = length;
    }

    /** From now on the disk says that it has synced and does not. */
    final void loseSyncs() {
        losesSyncs = true;
    }

    /** The process stops within its last piece of work, as far as that was not synced. @return whether anything was lost */
    final boolean tearLastWrites(Chance chance) {
        int from = Math.max(lengthBefore, syncedLength);
        if (from >= length) {
            return false;
        }
        length = from + chance.below(length - from);
        return true;
    }

    /** The machine stops: what was not synced is gone, or all but a part of it. @return bytes that were lost */
    final int losePower(Chance chance, boolean torn) {
        int before = length;
        int kept = torn && length > syncedLength ? chance.below(length - syncedLength) : 0;
        length = syncedLength + kept;
        syncedLength = length;
        losesSyncs = false;
        return before - length;
    }

    /** Turns one bit. @return false if there is none */
    final boolean flipBit(Chance chance) {
        if (length == 0) {
            return false;
        }
        int at = chance.below(length);
        bytes[at] ^= (byte) (1 << chance.below(Byte.SIZE));
        return true;
    }
}
