package org.calx.core.engine;

/** Something that must always hold does not: the node stops before anyone acts on the command. */
public final class InvariantViolation extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public InvariantViolation(String message) {
        super(message);
    }
}
