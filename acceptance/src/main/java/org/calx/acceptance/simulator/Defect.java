package org.calx.acceptance.simulator;

/** A promise that a simulation has seen broken. */
public final class Defect extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What was promised and what happened. */
    public Defect(String what) {
        super(what);
    }

    /** What was promised, and the failure that broke it. */
    public Defect(String what, Throwable cause) {
        super(what, cause);
    }
}
