package org.calx.pricing.implied;

import org.calx.pricing.OptionType;
import org.calx.pricing.vanilla.Domain;
import org.calx.pricing.vanilla.VanillaModel;

/**
 * The volatility that a price implies, or why there is none.
 *
 * @param volatility NaN unless the status is {@code FOUND} or {@code AT_INTRINSIC}
 */
public record ImpliedVolatility(double volatility, ImpliedStatus status) {

    /**
     * The Black-76 volatility of a discounted price.
     *
     * <p>In the domain the result is as precise as the price allows: relative error within a few units in the last place
     * of the option's time value. Never throws.
     */
    public static ImpliedVolatility black76(
            OptionType type, double forward, double strike, double expiryYears, double price, double rate) {
        return of(VanillaModel.BLACK76, type, forward, strike, expiryYears, price, rate);
    }

    /** The same for Bachelier's model, whose price has no maximum; forward and strike may have any sign. */
    public static ImpliedVolatility bachelier(
            OptionType type, double forward, double strike, double expiryYears, double price, double rate) {
        return of(VanillaModel.BACHELIER, type, forward, strike, expiryYears, price, rate);
    }

    private static ImpliedVolatility of(
            VanillaModel model,
            OptionType type,
            double forward,
            double strike,
            double expiryYears,
            double price,
            double rate) {
        double discount = Math.exp(-rate * expiryYears);
        boolean holds = Domain.holds(model, forward, strike, 0, discount) && expiryYears > 0;
        if (!holds || !(Math.abs(price) <= Domain.GREATEST_PRICE)) {
            return new ImpliedVolatility(Double.NaN, ImpliedStatus.OUTSIDE_DOMAIN);
        }
        boolean isBlack = model == VanillaModel.BLACK76;
        double timeValue = price / discount - type.intrinsic(forward, strike);
        if (timeValue < 0) {
            return new ImpliedVolatility(Double.NaN, ImpliedStatus.BELOW_INTRINSIC);
        }
        if (isBlack && timeValue >= Math.min(forward, strike)) {
            return new ImpliedVolatility(Double.NaN, ImpliedStatus.ABOVE_MAXIMUM);
        }
        if (timeValue == 0) {
            return new ImpliedVolatility(0, ImpliedStatus.AT_INTRINSIC);
        }
        double deviation = isBlack
                ? NormalisedBlack.deviation(forward, strike, timeValue)
                : NormalTimeValue.deviation(Math.abs(forward - strike), timeValue);
        return new ImpliedVolatility(deviation / Math.sqrt(expiryYears), ImpliedStatus.FOUND);
    }
}
