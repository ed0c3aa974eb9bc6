package org.calx.app;

/** A failure that its message explains in full: one line, what is wrong and what would be right. */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /**
     * @param exitCode one of {@link ExitCode}
     * @param message one line for the user
     */
    public UserError(int exitCode, String message) {
        this(exitCode, message, null);
    }

    /** As {@link #UserError(int, String)}, with the cause that {@code --debug} shows. */
    public UserError(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** The code that the process ends with. */
    public int exitCode() {
        return exitCode;
    }
}
