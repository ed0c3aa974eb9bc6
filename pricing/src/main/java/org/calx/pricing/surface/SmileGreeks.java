package org.calx.pricing.surface;

import org.calx.pricing.Greeks;
import org.calx.pricing.OptionType;
import org.calx.pricing.vanilla.Black76;
import org.calx.pricing.vanilla.OptionValue;

/**
 * Greeks of an option on a surface under either rule of how the smile moves with the forward.
 *
 * @param surface whose volatilities are by strike over the forward
 * @param expiryYears above 0
 * @param rate continuous
 */
public record SmileGreeks(VolatilitySurface surface, double expiryYears, double rate) {
    private static final double STEP = 1e-3;

    /** Every strike keeps its volatility: the Greeks of Black-76. */
    public Greeks stickyStrike(OptionType type, double forward, double strike) {
        OptionValue value = value(type, forward, strike, strike / forward);
        return new Greeks(value.price(), value.delta(), value.gamma(), value.vega(), value.theta(), value.rho());
    }

    /**
     * Every strike over forward keeps its volatility, so a strike's own changes by {@code -sigma'(K/F) K / F^2} with the
     * forward, and delta by vega times that. Delta and gamma are central differences of the price; where the surface has no time value
     * at this strike they are those of a smile that stays.
     */
    public Greeks stickyDelta(OptionType type, double forward, double strike) {
        Greeks still = stickyStrike(type, forward, strike);
        double volatility = surface.volatility(expiryYears, strike / forward);
        if (volatility == 0) {
            return still;
        }
        double step = STEP * forward * volatility * Math.sqrt(expiryYears);
        double up = moved(type, forward + step, strike);
        double down = moved(type, forward - step, strike);
        double gamma = (up - 2 * still.price() + down) / (step * step);
        return new Greeks(still.price(), (up - down) / (2 * step), gamma, still.vega(), still.theta(), still.rho());
    }

    private double moved(OptionType type, double forward, double strike) {
        return value(type, forward, strike, strike / forward).price();
    }

    private OptionValue value(OptionType type, double forward, double strike, double smileStrike) {
        double volatility = surface.volatility(expiryYears, smileStrike);
        return Black76.value(type, forward, strike, expiryYears, volatility, rate);
    }
}
