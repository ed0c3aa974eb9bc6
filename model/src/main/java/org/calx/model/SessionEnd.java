package org.calx.model;

/** How a session ends, as its holder reports it. */
public enum SessionEnd {
    /** The client does not want cancel on disconnect any more: its orders stay. */
    DISABLED,

    /** The client closed the connection: its orders are cancelled at once. */
    CLOSED,

    /** The connection broke or fell silent: its orders are cancelled after the session's grace. */
    DROPPED,

    /** The gateway stops: the client has as long to go on at another as if the gateway had fallen silent. */
    GATEWAY_STOPPED;

    private static final SessionEnd[] VALUES = values();

    /** The constant with this {@link #ordinal()}, as carried on the wire; new constants are appended. */
    public static SessionEnd of(int code) {
        return VALUES[code];
    }
}
