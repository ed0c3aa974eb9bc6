package org.calx.index;

import java.time.Instant;

/**
 * The day-ahead price of one delivery hour.
 *
 * @param start start of the hour, a full hour UTC
 * @param zone bidding zone, for example {@code DE-LU}
 * @param priceMicros micro-euro per MWh; may be negative
 */
public record PowerHour(Instant start, String zone, long priceMicros) {}
