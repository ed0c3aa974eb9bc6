package org.calx.app.scenario;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.calx.model.Decimals;

/** Times and dates of a scenario as text and back. */
final class ScenarioTime {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private ScenarioTime() {}

    /** Nanoseconds since 1970-01-01 as an instant such as 2026-11-02T09:00:00.001Z. */
    static String text(long timestampNs) {
        return Instant.ofEpochSecond(
                        Math.floorDiv(timestampNs, NANOS_PER_SECOND), Math.floorMod(timestampNs, NANOS_PER_SECOND))
                .toString();
    }

    /** Days since 1970-01-01 as a date. */
    static String day(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }

    /** An instant such as 2026-11-02T09:00:00Z in nanoseconds since 1970-01-01. */
    static long timestampNs(String text) {
        try {
            Instant instant = Instant.parse(text);
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND), instant.getNano());
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("a time must be such as 2026-11-02T09:00:00Z, found '" + text + "'", e);
        }
    }

    /** Nanoseconds as a duration such as 1.5s, without what is smaller than a millisecond. */
    static String duration(long durationNs) {
        return Decimals.format(durationNs / 1_000_000, 3) + "s";
    }

    /** A duration such as 500ms, 30s, 5m or 8h in nanoseconds. */
    static long durationNs(String text) {
        try {
            Duration duration = text.endsWith("ms")
                    ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                    : Duration.parse("PT" + text);
            return duration.toNanos();
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "a duration must be such as 500ms, 30s, 5m or 8h, found '" + text + "'", e);
        }
    }
}
