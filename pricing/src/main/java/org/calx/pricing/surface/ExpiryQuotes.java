package org.calx.pricing.surface;

import java.util.List;

/**
 * The quotes of one expiry.
 *
 * @param expiryYears above 0
 * @param forward of this expiry, above 0
 * @param quotes at least one
 */
public record ExpiryQuotes(double expiryYears, double forward, List<ChainQuote> quotes) {

    /** Most quotes of an expiry. */
    public static final int MOST_QUOTES = 10_000;

    /** Checks and copies. @throws IllegalArgumentException when a value is out of range */
    public ExpiryQuotes {
        if (!(expiryYears > 0 && forward > 0) || quotes.isEmpty() || quotes.size() > MOST_QUOTES) {
            throw new IllegalArgumentException("expiryYears " + expiryYears + ", forward " + forward + ", quotes "
                    + quotes.size() + "; the first two are above 0, quotes 1 to " + MOST_QUOTES);
        }
        quotes = List.copyOf(quotes);
    }
}
