package org.calx.index.input;

/**
 * One price for computing power.
 *
 * @param file number of the input file, from 0
 * @param row data row of the file, from 1, the header not counted
 * @param epochDay day of the observation, days since 1970-01-01 UTC
 * @param series what makes it comparable with observations of other days
 * @param group who owns the provider; one group is one contributor
 * @param priceMicros micro-units of the currency per GPU-hour, above 0
 * @param gpuHoursMicros millionths of a GPU-hour traded or offered; 0 if the input does not say
 * @param generated true if a program made the row up
 */
public record Observation(
        int file,
        long row,
        int epochDay,
        SeriesKey series,
        String group,
        long priceMicros,
        long gpuHoursMicros,
        boolean generated) {

    /** What stands behind a price, strongest first. */
    public enum Kind {
        TRADE,
        EXECUTABLE,
        LIST
    }

    /** The term of the rental. */
    public enum Term {
        ON_DEMAND,
        SPOT,
        RESERVED_MONTH,
        RESERVED_YEAR,
        RESERVED_THREE_YEARS
    }

    /** Trade, executable quote or list price. */
    public Kind kind() {
        return series.kind();
    }

    /** Who asks or sold. */
    public String provider() {
        return series.provider();
    }

    /** Region as the input writes it, empty if it says none. */
    public String region() {
        return series.region();
    }

    /** GPU model as the exchange names it. */
    public String model() {
        return series.model();
    }

    /** GPUs in the offer, at least 1. */
    public int gpuCount() {
        return series.gpuCount();
    }

    /** How long the computing power is rented, and whether it may be taken away. */
    public Term term() {
        return series.term();
    }

    /** ISO 4217 code. */
    public String currency() {
        return series.currency();
    }

    /** Where the row was collected. */
    public String source() {
        return series.source();
    }

    /** The same observation at another price. */
    public Observation withPrice(long micros) {
        return new Observation(file, row, epochDay, series, group, micros, gpuHoursMicros, generated);
    }
}
