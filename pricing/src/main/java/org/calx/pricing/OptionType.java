package org.calx.pricing;

/** A right to buy or a right to sell. */
public enum OptionType {
    CALL(1),
    PUT(-1);

    private final int sign;

    OptionType(int sign) {
        this.sign = sign;
    }

    /** +1 for a call, -1 for a put: the sign of the forward in the payoff. */
    public int sign() {
        return sign;
    }

    /** What exercise is worth, undiscounted. */
    public double intrinsic(double forward, double strike) {
        return Math.max(sign * (forward - strike), 0);
    }
}
