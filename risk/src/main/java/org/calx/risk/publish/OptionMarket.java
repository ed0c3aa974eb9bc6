package org.calx.risk.publish;

import org.calx.model.InstrumentSpec;
import org.calx.model.ProductClass;
import org.calx.pricing.OptionType;
import org.calx.pricing.implied.ImpliedStatus;
import org.calx.pricing.implied.ImpliedVolatility;
import org.calx.pricing.vanilla.Bachelier;
import org.calx.pricing.vanilla.Black76;
import org.calx.pricing.vanilla.VanillaModel;
import org.calx.risk.array.OptionTerms;

/**
 * A listed option in its market, without interest: compute by Black-76, power, whose prices may be negative, by Bachelier.
 *
 * @param forward the mark of its future, per unit
 * @param years in which the product's price varies until the option is settled, of {@link AveragingMonths#varianceYears}
 */
record OptionMarket(VanillaModel model, OptionType type, double forward, double strike, double years) {
    private static final double MICROS = 1e6;

    /** Least forward and strike of Black-76 here. */
    private static final double LEAST_PRICE = 1e-9;

    static OptionMarket of(InstrumentSpec option, ProductClass product, long forwardMicros, double years) {
        VanillaModel model = product == ProductClass.POWER ? VanillaModel.BACHELIER : VanillaModel.BLACK76;
        double least = model == VanillaModel.BLACK76 ? LEAST_PRICE : Double.NEGATIVE_INFINITY;
        return new OptionMarket(
                model,
                option.option().type() == org.calx.model.OptionType.CALL ? OptionType.CALL : OptionType.PUT,
                Math.max(least, forwardMicros / MICROS),
                Math.max(least, option.option().strikeMicros() / MICROS),
                years);
    }

    /** Micros per unit. */
    long priceMicros(double volatility) {
        double price = model == VanillaModel.BLACK76
                ? Black76.price(type, forward, strike, years, volatility, 0)
                : Bachelier.price(type, forward, strike, years, volatility, 0);
        return Math.round(price * MICROS);
    }

    /** The model's volatility at a price, NaN where no time value is left to tell. */
    double volatility(long priceMicros) {
        double price = priceMicros / MICROS;
        ImpliedVolatility implied = model == VanillaModel.BLACK76
                ? ImpliedVolatility.black76(type, forward, strike, years, price, 0)
                : ImpliedVolatility.bachelier(type, forward, strike, years, price, 0);
        return implied.status() == ImpliedStatus.FOUND ? implied.volatility() : Double.NaN;
    }

    /** The model's volatility for one in shares of the price. */
    double volatilityOf(double shareOfPrice) {
        return model == VanillaModel.BLACK76
                ? shareOfPrice
                : shareOfPrice * Math.max(Math.abs(forward), Math.abs(strike));
    }

    OptionTerms terms(double volatility) {
        return new OptionTerms(type, forward, strike, years, volatility, 0);
    }
}
