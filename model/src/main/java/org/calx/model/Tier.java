package org.calx.model;

/**
 * A range of contract months whose deltas net before they form spreads.
 *
 * @param id number by which legs name it
 * @param fromMonth first month, of {@link Months}
 * @param toMonth last month, included
 */
public record Tier(int id, int fromMonth, int toMonth) {}
