package org.calx.index.input;

/**
 * One price for computing power.
 *
 * @param file number of the input file, from 0
 * @param row data row of the file, from 1, the header not counted
 * @param epochDay day of the observation, days since 1970-01-01 UTC
 * @param kind trade, executable quote or list price
 * @param provider who asks or sold
 * @param group who owns the provider; one group is one contributor
 * @param region region as the input writes it, empty if it says none
 * @param model GPU model as the exchange names it
 * @param gpuCount GPUs in the offer, at least 1
 * @param term how long the computing power is rented, and whether it may be taken away
 * @param currency ISO 4217 code
 * @param priceMicros micro-units of the currency per GPU-hour, above 0
 * @param gpuHoursMicros millionths of a GPU-hour traded or offered; 0 if the input does not say
 * @param source where the row was collected
 * @param generated true if a program made the row up
 */
public record Observation(
        int file,
        long row,
        int epochDay,
        Kind kind,
        String provider,
        String group,
        String region,
        String model,
        int gpuCount,
        Term term,
        String currency,
        long priceMicros,
        long gpuHoursMicros,
        String source,
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

    /** The same observation at another price. */
    public Observation withPrice(long micros) {
        return new Observation(
                file,
                row,
                epochDay,
                kind,
                provider,
                group,
                region,
                model,
                gpuCount,
                term,
                currency,
                micros,
                gpuHoursMicros,
                source,
                generated);
    }

    /** What makes two observations of different days comparable. */
    public SeriesKey series() {
        return new SeriesKey(kind, provider, region, model, gpuCount, term, currency, source);
    }
}
