package org.calx.index.print;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** What a print may still become. */
public enum PrintState {
    /** Printed at 20:00 UTC of its day; may be corrected. */
    PRELIMINARY,
    /** Replaces a preliminary print of another value. */
    CORRECTION,
    /** Stands for good, from 20:00 UTC of the next day. */
    FINAL;

    private static final int PRINT_HOUR_UTC = 20;

    /** The state of a day's prints made at a time: empty before the day's print, preliminary in the window, then final. */
    static Optional<PrintState> at(LocalDate day, Instant time) {
        Instant printed = day.atTime(PRINT_HOUR_UTC, 0).toInstant(ZoneOffset.UTC);
        if (time.isBefore(printed)) {
            return Optional.empty();
        }
        Instant closed = day.plusDays(1).atTime(PRINT_HOUR_UTC, 0).toInstant(ZoneOffset.UTC);
        return Optional.of(time.isBefore(closed) ? PRELIMINARY : FINAL);
    }

    /** The first 20:00 UTC after a time. */
    public static Instant nextHour(Instant after) {
        if (after.equals(Instant.MIN)) {
            return after;
        }
        LocalDate day = LocalDate.ofInstant(after, ZoneOffset.UTC);
        Instant printed = day.atTime(PRINT_HOUR_UTC, 0).toInstant(ZoneOffset.UTC);
        return printed.isAfter(after) ? printed : printed.plus(Duration.ofDays(1));
    }
}
