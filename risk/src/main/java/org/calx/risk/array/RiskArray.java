package org.calx.risk.array;

/**
 * A contract's scenarios.
 *
 * @param lossMinor loss of one long lot in each scenario, in minor units of the currency
 * @param compositeDelta delta of one lot times 10,000
 * @param priceMinor what one lot of an option costs, in minor units; 0 for a future
 */
public record RiskArray(long[] lossMinor, long compositeDelta, long priceMinor) {}
