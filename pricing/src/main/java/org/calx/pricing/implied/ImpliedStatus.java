package org.calx.pricing.implied;

/** Whether a price has a volatility, and if not why. */
public enum ImpliedStatus {
    /** The volatility gives the price back. */
    FOUND("ok"),

    /** The price is the discounted payoff, which zero volatility gives; the volatility is 0. */
    AT_INTRINSIC("at-intrinsic"),

    /** The price is less than the discounted payoff: no volatility gives it. */
    BELOW_INTRINSIC("below-intrinsic"),

    /** The price is not less than the discounted forward (call) or strike (put), which no finite volatility reaches. */
    ABOVE_MAXIMUM("above-maximum"),

    /** Forward, strike, time, rate or price is not a number or out of the domain of the model, or time is zero. */
    OUTSIDE_DOMAIN("outside-domain");

    private final String text;

    ImpliedStatus(String text) {
        this.text = text;
    }

    /** The word that files use. */
    public String text() {
        return text;
    }
}
