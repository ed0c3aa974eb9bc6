package org.calx.pricing.vanilla;

/** Which inputs have a value, and where a number counts as zero or as infinite. */
public final class Domain {
    /** Least forward and strike of Black-76. */
    public static final double LEAST_PRICE = 1e-100;

    /** Greatest magnitude of any forward, strike or normal volatility. */
    public static final double GREATEST_PRICE = 1e100;

    /** Greatest volatility times root of time of Black-76. */
    public static final double GREATEST_DEVIATION = 1e6;

    /** Below this, volatility times root of time counts as zero. */
    public static final double LEAST_DEVIATION = 1e-160;

    /** Below this, volatility times root of time does not share a division with the logarithm, which could leave the doubles. */
    public static final double LEAST_SHARED_DEVIATION = LEAST_PRICE;

    /** Greatest discount factor; its inverse is the least. */
    public static final double GREATEST_DISCOUNT = 1e100;

    /** Beyond this many deviations the normal density counts as zero. */
    public static final double GREATEST_SCORE = 37.5;

    private Domain() {}

    /** The least price of a model's forward and strike. */
    public static double leastPrice(VanillaModel model) {
        return model == VanillaModel.BLACK76 ? LEAST_PRICE : -GREATEST_PRICE;
    }

    /** The greatest deviation, volatility times root of time, of a model. */
    public static double greatestDeviation(VanillaModel model) {
        return model == VanillaModel.BLACK76 ? GREATEST_DEVIATION : GREATEST_PRICE;
    }

    /** Whether an option has a value; false for anything that is not a number. */
    public static boolean holds(VanillaModel model, double forward, double strike, double deviation, double discount) {
        double least = leastPrice(model);
        return forward >= least
                && forward <= GREATEST_PRICE
                && strike >= least
                && strike <= GREATEST_PRICE
                && deviation >= 0
                && deviation <= greatestDeviation(model)
                && discount >= 1 / GREATEST_DISCOUNT
                && discount <= GREATEST_DISCOUNT;
    }
}
