package org.calx.app;

import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the parts and their libraries log: warnings and errors alone, each in one line, with the cause's own words. */
final class Logging {
    private Logging() {}

    static void quiet() {
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        for (Handler handler : root.getHandlers()) {
            handler.setFormatter(new OneLine());
        }
    }

    private static final class OneLine extends Formatter {
        @Override
        public String format(LogRecord entry) {
            StringBuilder line = new StringBuilder("calx: ")
                    .append(entry.getLevel().getName().toLowerCase(Locale.ROOT))
                    .append(": ")
                    .append(formatMessage(entry));
            if (entry.getThrown() != null) {
                line.append(": ").append(entry.getThrown());
            }
            return line.toString().replaceAll("\\s*\\R\\s*", " ") + System.lineSeparator();
        }
    }
}
