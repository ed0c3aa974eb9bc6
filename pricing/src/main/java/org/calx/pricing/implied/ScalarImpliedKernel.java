package org.calx.pricing.implied;

import org.calx.pricing.vanilla.OptionColumns;

/** One option after the other, on any machine. */
public final class ScalarImpliedKernel implements ImpliedKernel {
    @Override
    public int invert(OptionColumns options, double[] price, double[] volatility) {
        int without = 0;
        for (int i = 0; i < options.size(); i++) {
            volatility[i] = invert(options, price[i], i);
            without += Double.isNaN(volatility[i]) ? 1 : 0;
        }
        return without;
    }

    /** The volatility of one option, or NaN. */
    public static double invert(OptionColumns options, double price, int i) {
        return ImpliedVolatility.black76(
                        options.type(i),
                        options.forward(i),
                        options.strike(i),
                        options.expiryYears(i),
                        price,
                        options.rate(i))
                .volatility();
    }
}
