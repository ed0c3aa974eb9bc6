package org.calx.bench;

import java.util.Arrays;
import java.util.stream.Collectors;

/** One JSON object on one line, fields in the order they are put. */
final class JsonLine {

    private final StringBuilder text = new StringBuilder();

    JsonLine put(String name, String value) {
        return raw(name, quoted(value));
    }

    JsonLine put(String name, long value) {
        return raw(name, Long.toString(value));
    }

    /** A number; JSON has none that are not finite, they become null. */
    JsonLine put(String name, double value) {
        return raw(name, number(value));
    }

    JsonLine put(String name, double[] values) {
        return raw(name, Arrays.stream(values).mapToObj(JsonLine::number).collect(Collectors.joining(",", "[", "]")));
    }

    JsonLine put(String name, JsonLine value) {
        return raw(name, value.toString());
    }

    private JsonLine raw(String name, String value) {
        text.append(text.isEmpty() ? "" : ",").append(quoted(name)).append(':').append(value);
        return this;
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "null";
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    @Override
    public String toString() {
        return "{" + text + "}";
    }
}
