package org.calx.gateway.channel;

import java.util.Optional;

/** How often a channel speaks. */
enum Interval {
    /** After each command. */
    RAW("raw", 0),
    /** At most ten times a second. */
    MS_100("100ms", 100),
    /** At most once a second. */
    AGGREGATED("agg2", 1_000);

    private final String code;
    final long ms;

    Interval(String code, long ms) {
        this.code = code;
        this.ms = ms;
    }

    static Optional<Interval> of(String code) {
        for (Interval interval : values()) {
            if (interval.code.equals(code)) {
                return Optional.of(interval);
            }
        }
        return Optional.empty();
    }
}
