package org.calx.model;

/** What became of a command that needs two operators. */
public enum ProposalStatus {
    /** One operator has ordered it: it waits for another. */
    MADE,

    /** Another operator has ordered the same: it is carried out, or refused, in this command. */
    APPROVED,

    /** Nobody else has ordered it in time. */
    EXPIRED;

    private static final ProposalStatus[] VALUES = values();

    /** The constant with this {@link #ordinal()}, as carried on the wire; new constants are appended. */
    public static ProposalStatus of(int code) {
        return VALUES[code];
    }
}
