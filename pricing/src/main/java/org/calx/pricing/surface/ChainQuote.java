package org.calx.pricing.surface;

import org.calx.pricing.OptionType;

/**
 * A two-sided quote, normalised: prices in units of the forward, without discount.
 *
 * @param type call or put
 * @param strike over the forward, above 0
 * @param bid not negative
 * @param ask above the bid
 */
public record ChainQuote(OptionType type, double strike, double bid, double ask) {

    /** Checks the quote. @throws IllegalArgumentException when it is none */
    public ChainQuote {
        if (!(strike > 0 && bid >= 0 && ask > bid && Double.isFinite(strike + ask))) {
            throw new IllegalArgumentException("no quote: strike " + strike + ", bid " + bid + ", ask " + ask);
        }
    }

    /** What a call is worth more than this option: by parity 0 or {@code 1 - strike}. */
    double callLess() {
        return type == OptionType.CALL ? 0 : 1 - strike;
    }

    public double mid() {
        return (bid + ask) / 2;
    }
}
