package org.calx.index;

import java.time.LocalDate;

/**
 * Said once when the data are shown again under new business dates.
 *
 * @param indexName the benchmark
 * @param businessDate first venue date of the new lap
 * @param dataDate day of the data that it shows
 */
public record ReplayNotice(String indexName, LocalDate businessDate, LocalDate dataDate) {

    /** The notice in words for the venue's users. */
    public String text() {
        return indexName + ": the reference prices start over; " + businessDate + " shows the figure of " + dataDate
                + ".";
    }
}
