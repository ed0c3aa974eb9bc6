package org.calx.model;

/**
 * A market: a group of products that share phases and one business date.
 *
 * @param marketId 1 or above
 * @param code short name, such as {@code COMPUTE}
 * @param firstBusinessDay the business date that the market starts with, days since 1970-01-01
 */
public record MarketSpec(int marketId, String code, int firstBusinessDay) {}
