package org.calx.cluster;

/**
 * How a node's files are divided; lengths are powers of two of bytes.
 *
 * @param eventTerm length of a term of the event stream, from 65,536: three of them are the ring between the exchange and
 *     the recorder
 * @param logTerm length of a term of the log, from 65,536
 * @param segment length of a file of a recording, at least a term: what is pruned goes by whole files
 */
public record StorageLengths(int eventTerm, int logTerm, int segment) {
    /** Terms of 32 MiB and 16 MiB in files of 64 MiB. */
    public static final StorageLengths DEFAULT = new StorageLengths(32 << 20, 16 << 20, 64 << 20);

    /** @throws IllegalArgumentException if a value is outside its range */
    public StorageLengths {
        for (int length : new int[] {eventTerm, logTerm, segment}) {
            if (Integer.bitCount(length) != 1 || length < 1 << 16) {
                throw new IllegalArgumentException("a power of two from 65536, not " + length);
            }
        }
        if (segment < Math.max(eventTerm, logTerm)) {
            throw new IllegalArgumentException("files of " + segment + " bytes are shorter than a term");
        }
    }

    /** The same with other terms of the event stream. */
    StorageLengths withEventTerm(int length) {
        return new StorageLengths(length, logTerm, Math.max(segment, length));
    }
}
