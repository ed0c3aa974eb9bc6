package org.calx.pricing.futures;

/**
 * The futures' prices of one date.
 *
 * @param years from the first date
 * @param maturityYears time to delivery of each price, not negative
 * @param logPrices logarithm of each price
 */
public record FuturesDate(double years, double[] maturityYears, double[] logPrices) {

    /** Checks the numbers. @throws IllegalArgumentException when one is wrong */
    public FuturesDate {
        boolean holds = Double.isFinite(years) && maturityYears.length > 0 && maturityYears.length == logPrices.length;
        for (int i = 0; holds && i < logPrices.length; i++) {
            holds = maturityYears[i] >= 0 && Double.isFinite(maturityYears[i]) && Double.isFinite(logPrices[i]);
        }
        if (!holds) {
            throw new IllegalArgumentException(
                    "a date has a finite price and a maturity of at least 0 for each future");
        }
    }
}
