package org.calx.pricing.futures;

import java.util.List;

/**
 * E. Schwartz and J. Smith, "Short-term variations and long-term dynamics in commodity prices", 2000: the logarithm of the price is
 * a deviation that reverts to 0 and a level that wanders. All rates a year.
 *
 * @param meanReversion kappa, above 0
 * @param shortVolatility of the deviation, not negative
 * @param longVolatility of the level, not negative
 * @param correlation of the two, -1 to 1
 * @param drift of the level, for the filter
 * @param riskNeutralDrift of the level, for prices
 * @param shortPremium by which the deviation's drift is lower for prices
 */
public record SchwartzSmith(
        double meanReversion,
        double shortVolatility,
        double longVolatility,
        double correlation,
        double drift,
        double riskNeutralDrift,
        double shortPremium) {

    /** Checks the ranges. @throws IllegalArgumentException outside them */
    public SchwartzSmith {
        boolean holds = meanReversion > 0
                && shortVolatility >= 0
                && longVolatility >= 0
                && Math.abs(correlation) <= 1
                && Double.isFinite(meanReversion + shortVolatility + longVolatility)
                && Double.isFinite(drift + riskNeutralDrift + shortPremium);
        if (!holds) {
            throw new IllegalArgumentException("outside the domain: meanReversion " + meanReversion + ", volatilities "
                    + shortVolatility + ", " + longVolatility + ", correlation " + correlation);
        }
    }

    /** What a future for delivery after so many years is worth, with jumps of the launches until then. */
    public double future(double deviation, double level, double years, List<Launch> launches) {
        double price = Math.exp(weight(years) * deviation + level + offset(years));
        for (Launch launch : launches) {
            price *= launch.years() < years ? launch.expectedFactor() : 1;
        }
        return price;
    }

    /** How much of today's deviation is in a future's logarithm. */
    double weight(double years) {
        return Math.exp(-meanReversion * years);
    }

    /** The paper's A(T). */
    double offset(double years) {
        double gone = -Math.expm1(-meanReversion * years);
        return riskNeutralDrift * years - gone * shortPremium / meanReversion + variance(years, 0) / 2;
    }

    /**
     * Variance, from now until an option's expiry, of the logarithm of a future that is delivered later: what takes the place of
     * volatility squared times time in Black's formula. Without jumps.
     *
     * @param laterYears from the option's expiry to delivery, not negative
     */
    public double variance(double expiryYears, double laterYears) {
        double k = meanReversion;
        double once = -Math.expm1(-k * expiryYears) / k * Math.exp(-k * laterYears);
        double twice = -Math.expm1(-2 * k * expiryYears) / (2 * k) * Math.exp(-2 * k * laterYears);
        double shared = 2 * correlation * shortVolatility * longVolatility * once;
        return Math.max(
                shortVolatility * shortVolatility * twice + longVolatility * longVolatility * expiryYears + shared, 0);
    }
}
