package org.calx.gateway.view;

import java.util.Optional;

/** How long a candle lasts, in log time. */
public enum Resolution {
    MINUTE("1", 1),
    MINUTES_3("3", 3),
    MINUTES_5("5", 5),
    MINUTES_10("10", 10),
    MINUTES_15("15", 15),
    MINUTES_30("30", 30),
    HOUR("60", 60),
    HOURS_2("120", 120),
    HOURS_3("180", 180),
    HOURS_6("360", 360),
    HOURS_12("720", 720),
    DAY("1D", 1_440);

    private final String code;
    private final long widthMs;

    Resolution(String code, int minutes) {
        this.code = code;
        widthMs = minutes * 60_000L;
    }

    /** Its name on the wire: minutes, or {@code 1D}. */
    public String code() {
        return code;
    }

    /** The beginning of the candle that holds an instant, both milliseconds since 1970-01-01. */
    public long startMs(long timestampMs) {
        return Math.floorDiv(timestampMs, widthMs) * widthMs;
    }

    /** The resolution with this name on the wire. */
    public static Optional<Resolution> of(String code) {
        for (Resolution resolution : values()) {
            if (resolution.code.equals(code)) {
                return Optional.of(resolution);
            }
        }
        return Optional.empty();
    }
}
