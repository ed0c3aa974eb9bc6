package org.calx.app;

/** Exit codes of every command, also those of the launcher script; {@code docs/spec/cli.md} lists them. */
public final class ExitCode {
    /** Done. */
    public static final int OK = 0;

    /** Tried and failed: a defect, or a machine that gave way. */
    public static final int FAILED = 1;

    /** The command line is wrong; nothing was tried. */
    public static final int USAGE = 2;

    /** A file or folder that was named does not exist. */
    public static final int NOT_FOUND = 3;

    /** Something else holds what is needed: a port, a data folder. */
    public static final int CONFLICT = 4;

    /** Something that this machine needs is missing or too small. */
    public static final int UNAVAILABLE = 5;

    private ExitCode() {}
}
