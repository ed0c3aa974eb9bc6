package org.calx.risk.array;

import org.calx.pricing.OptionType;

/**
 * A European option on a future and its market.
 *
 * @param forward of its future, by Black-76 above 0
 * @param volatility of the model that values it, per square root of a year
 * @param rate continuous
 */
public record OptionTerms(
        OptionType type, double forward, double strike, double expiryYears, double volatility, double rate) {}
