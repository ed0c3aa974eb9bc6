package org.calx.model;

/** What became of a staged set of margin parameters. */
public enum ParameterStatus {
    /** Two operators have ordered it: it waits for its date. */
    APPROVED,
    /** It holds from now on, for every decision. */
    IN_FORCE,
    /** An operator has withdrawn it. */
    CANCELLED,
    /** A later version of its market holds. */
    SUPERSEDED,
    /** Its date has passed before it was approved. */
    EXPIRED,
    /** On its date it did not fit what else had changed since it was approved. */
    UNFIT;

    private static final ParameterStatus[] VALUES = values();

    /** The constant with this {@link #ordinal()}, as carried on the wire; new constants are appended. */
    public static ParameterStatus of(int code) {
        return VALUES[code];
    }
}
