package org.calx.model;

/** Whether the client of a session is there. */
public enum SessionState {
    /** It is there, as far as is known. */
    UP,

    /** It is gone; unless the session is resumed in time, it ends. */
    DOWN,

    /** The session is over; what was entered in it is cancelled, or stays if the client wanted that. */
    ENDED;

    private static final SessionState[] VALUES = values();

    /** The constant with this {@link #ordinal()}, as carried on the wire and in snapshots; new constants are appended. */
    public static SessionState of(int code) {
        return VALUES[code];
    }
}
