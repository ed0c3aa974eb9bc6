package org.calx.bench.matching;

/**
 * What a stream of commands did: every correct book reaches the same.
 *
 * @param trades fills
 * @param quantity lots filled
 * @param notional ticks times lots filled
 * @param rejects commands for an order that was not there
 */
public record Totals(long trades, long quantity, long notional, long rejects) {}
