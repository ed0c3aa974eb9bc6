package org.calx.index.methodology;

import java.util.Locale;

/**
 * One print of an index.
 *
 * @param epochDay its day, days since 1970-01-01
 * @param index name of the index
 * @param valueMicros micro-units of the currency per GPU-hour, or of an index point
 * @param contributors independent groups behind it; 0 if an earlier fixing stands in
 * @param lowMicros lower end of the 95% interval
 * @param highMicros upper end of the 95% interval
 * @param status what it stands on
 * @param generated true if a program made up any input behind it
 */
public record Fixing(
        int epochDay,
        String index,
        long valueMicros,
        int contributors,
        long lowMicros,
        long highMicros,
        Status status,
        boolean generated) {

    /** The steps of the waterfall, best first; {@link #COMPOSITE}, {@link #BASIS} and {@link #PLAIN} stand beside it. */
    public enum Status {
        TRADES,
        EXECUTABLE,
        QUOTES,
        /** Moved with the linked models. */
        MODEL,
        /** The last fixing stands in. */
        HELD,
        /** No rule gives a figure: the last one is shown, nothing settles on it, and the committee decides. */
        COMMITTEE,
        /** The committee's figure. */
        DECIDED,
        COMPOSITE,
        BASIS,
        PLAIN;

        /** Whether the day's own observations stand behind the print. */
        public boolean isObserved() {
            return this == TRADES || this == EXECUTABLE || this == QUOTES;
        }
    }

    /** The status in a file: lower case, with {@code -generated} where inputs were made up. */
    public String statusText() {
        return status.name().toLowerCase(Locale.ROOT) + (generated ? "-generated" : "");
    }
}
