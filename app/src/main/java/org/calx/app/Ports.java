package org.calx.app;

import java.net.BindException;

/** What is known of ports that cannot be listened on. */
public final class Ports {
    private Ports() {}

    /** Whether something else listens where this problem arose. */
    public static boolean isTaken(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }
}
