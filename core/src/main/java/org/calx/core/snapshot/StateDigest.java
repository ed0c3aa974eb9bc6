package org.calx.core.snapshot;

/**
 * A 64-bit digest of everything written: each value is multiplied, rotated and folded in, in order. It tells replicas
 * that differ; it does not resist an adversary.
 */
public final class StateDigest implements SnapshotWriter {
    private static final long VALUE_PRIME = 0xC2B2AE3D27D4EB4FL;
    private static final long STATE_PRIME = 0x9E3779B185EBCA87L;
    private static final long INCREMENT = 0x165667B19E3779F9L;

    private long state = INCREMENT;

    /** Forgets what has been written. */
    public void reset() {
        state = INCREMENT;
    }

    @Override
    public void writeInt(int value) {
        writeLong(value);
    }

    @Override
    public void writeLong(long value) {
        state = Long.rotateLeft(state ^ Long.rotateLeft(value * VALUE_PRIME, 31), 27) * STATE_PRIME + INCREMENT;
    }

    @Override
    public void writeText(String value) {
        writeLong(value.length());
        for (int i = 0; i < value.length(); i++) {
            writeLong(value.charAt(i));
        }
    }

    @Override
    public void section(String name) {
        writeText(name);
    }

    /** The digest of what has been written so far. */
    public long value() {
        long value = state;
        value = (value ^ value >>> 33) * VALUE_PRIME;
        value = (value ^ value >>> 29) * INCREMENT;
        return value ^ value >>> 32;
    }
}
