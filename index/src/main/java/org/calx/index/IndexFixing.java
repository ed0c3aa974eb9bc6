package org.calx.index;

import java.time.LocalDate;

/**
 * One published figure of a benchmark.
 *
 * @param indexName the benchmark, for example {@code H100} or {@code DEBASE}
 * @param date business date that the figure belongs to
 * @param priceMicros micro-units of the benchmark's currency per unit (GPU-hour, MWh)
 * @param contributors how many independent owners (compute) or hours (power) stand behind it; 0 if an earlier figure was carried on
 */
public record IndexFixing(String indexName, LocalDate date, long priceMicros, int contributors) {}
