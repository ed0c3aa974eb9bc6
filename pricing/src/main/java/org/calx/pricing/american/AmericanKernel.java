package org.calx.pricing.american;

import org.calx.pricing.vanilla.Kernels;
import org.calx.pricing.vanilla.OptionColumns;
import org.calx.pricing.vanilla.ValueColumns;
import org.calx.pricing.vanilla.VanillaKernel;
import org.calx.pricing.vanilla.VanillaModel;

/**
 * Values columns of American options that share an expiry and a volatility. Not for two threads at once.
 *
 * <p>Premiums are summed in vectors where the JVM has them, see {@link Kernels}.
 */
public final class AmericanKernel {
    private final VanillaKernel european = Kernels.fastest();
    private final PremiumKernel premiums;

    public AmericanKernel() {
        premiums = Kernels.hasVectors() ? Kernels.vector("PremiumStages", PremiumKernel.class) : scalar();
    }

    /** Sums up what early exercise of puts is worth; for the implementations. */
    public interface PremiumKernel {
        /** For puts on {@code spot} with strike {@code payment}, options from 0 to before {@code length}. */
        void premiums(ExerciseTimes times, double[] spot, double[] payment, double[] premium, int length);
    }

    private static PremiumKernel scalar() {
        return (times, spot, payment, premium, length) -> {
            for (int i = 0; i < length; i++) {
                premium[i] = times.premium(spot[i], payment[i], Math.log(spot[i] / payment[i]));
            }
        };
    }

    /**
     * The discounted prices.
     *
     * @param boundary of the options' time, volatility and rate
     * @param options all with the boundary's time, volatility and rate
     * @param price takes the result, NaN outside the domain; {@link OptionColumns#length} long
     * @return options outside the domain
     */
    public int price(ExerciseBoundary boundary, OptionColumns options, double[] price) {
        ValueColumns values = new ValueColumns(options.size());
        int outside = european.value(VanillaModel.BLACK76, options, values);
        double[] spot = new double[price.length];
        double[] payment = new double[price.length];
        for (int i = 0; i < options.length(); i++) {
            boolean put = options.sign(i) < 0;
            spot[i] = put ? options.forward(i) : options.strike(i);
            payment[i] = put ? options.strike(i) : options.forward(i);
        }
        if (boundary.isEarly()) {
            premiums.premiums(boundary.times(), spot, payment, price, options.length());
        }
        double exercised = boundary.isEarly() ? boundary.boundary(options.expiryYears(0)) : 0;
        for (int i = 0; i < options.size(); i++) {
            double premium = boundary.isEarly() ? price[i] : 0;
            price[i] = spot[i] <= exercised * payment[i] ? payment[i] - spot[i] : values.price(i) + premium;
        }
        return outside;
    }
}
