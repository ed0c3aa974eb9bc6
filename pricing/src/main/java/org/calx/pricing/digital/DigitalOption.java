package org.calx.pricing.digital;

import org.calx.pricing.OptionType;
import org.calx.pricing.numeric.Elementary;
import org.calx.pricing.numeric.Normal;
import org.calx.pricing.vanilla.Domain;
import org.calx.pricing.vanilla.VanillaModel;

/** European digital options under Black-76; at zero volatility or time an option at the money is worth one half. */
public final class DigitalOption {
    private DigitalOption() {}

    /** Discounted price of one unit of money if the option ends in the money; failures as Black-76. */
    public static double cash(
            OptionType type, double forward, double strike, double expiryYears, double volatility, double rate) {
        double deviation = deviation(forward, strike, expiryYears, volatility, rate);
        return Math.exp(-rate * expiryYears) * probability(type, forward, strike, deviation, -0.5);
    }

    /** Discounted price of the future's value if the option ends in the money; failures as Black-76. */
    public static double asset(
            OptionType type, double forward, double strike, double expiryYears, double volatility, double rate) {
        double deviation = deviation(forward, strike, expiryYears, volatility, rate);
        return Math.exp(-rate * expiryYears) * forward * probability(type, forward, strike, deviation, 0.5);
    }

    private static double probability(OptionType type, double forward, double strike, double deviation, double drift) {
        double moneyness = Elementary.logRatio(forward, strike);
        double score = moneyness == 0 && deviation == 0 ? 0 : moneyness / deviation + drift * deviation;
        return Normal.cumulative(type.sign() * score);
    }

    private static double deviation(double forward, double strike, double expiryYears, double volatility, double rate) {
        double deviation = volatility * Math.sqrt(expiryYears);
        double discount = Math.exp(-rate * expiryYears);
        if (!Domain.holds(VanillaModel.BLACK76, forward, strike, deviation, discount)) {
            throw new IllegalArgumentException("outside the domain: forward " + forward + ", strike " + strike
                    + ", expiryYears " + expiryYears + ", volatility " + volatility + ", rate " + rate);
        }
        return deviation;
    }
}
