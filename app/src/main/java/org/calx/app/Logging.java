package org.calx.app;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What libraries say about themselves: warnings alone, in one line each. */
final class Logging {
    private Logging() {}

    static void quiet() {
        System.setProperty("java.util.logging.SimpleFormatter.format", "calx: %4$s %3$s: %5$s%n");
        Logger.getLogger("").setLevel(Level.WARNING);
    }
}
