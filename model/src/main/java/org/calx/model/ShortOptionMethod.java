package org.calx.model;

/** How net short options are counted for their minimum. */
public enum ShortOptionMethod {
    /** Calls and puts together. */
    SUM,
    /** The larger of calls and puts: at most one side of a straddle is exercised. */
    MAX;

    private static final ShortOptionMethod[] VALUES = values();

    /** The constant with this {@link #ordinal()}, as carried on the wire and in snapshots; new constants are appended. */
    public static ShortOptionMethod of(int code) {
        return VALUES[code];
    }

    /** How many short lots count. */
    public long count(long shortCalls, long shortPuts) {
        return this == SUM ? Math.addExact(shortCalls, shortPuts) : Math.max(shortCalls, shortPuts);
    }
}
