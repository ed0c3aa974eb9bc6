package org.calx.app;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the parts and their libraries log: warnings and errors alone, each in one line, with the cause's own words. The
 * environment variable {@code CALX_LOG=json} makes each line a JSON object for machines.
 */
final class Logging {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Logging() {}

    static void quiet() {
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        for (Handler handler : root.getHandlers()) {
            handler.setFormatter("json".equals(System.getenv("CALX_LOG")) ? new JsonLine() : new OneLine());
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

    /** Time, level, logger, message and error, by these names. */
    static final class JsonLine extends Formatter {
        @Override
        public String format(LogRecord entry) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("time", entry.getInstant().toString());
            fields.put("level", entry.getLevel().getName().toLowerCase(Locale.ROOT));
            fields.put("logger", entry.getLoggerName());
            fields.put("message", formatMessage(entry));
            if (entry.getThrown() != null) {
                fields.put("error", entry.getThrown().toString());
            }
            return JSON.writeValueAsString(fields) + System.lineSeparator();
        }
    }
}
