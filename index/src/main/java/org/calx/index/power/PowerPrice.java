package org.calx.index.power;

import java.time.Instant;

/**
 * The price of one delivery period.
 *
 * @param zone bidding zone
 * @param start its start
 * @param minutes its length: 60, 30 or 15
 * @param priceMicros micro-units of the zone's currency per MWh; may be negative
 */
public record PowerPrice(String zone, Instant start, int minutes, long priceMicros) {}
