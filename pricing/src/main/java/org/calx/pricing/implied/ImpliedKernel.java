package org.calx.pricing.implied;

import org.calx.pricing.vanilla.Kernels;
import org.calx.pricing.vanilla.OptionColumns;

/** Inverts columns of prices. Not for two threads at once: a kernel may own scratch memory. */
public interface ImpliedKernel {
    /**
     * Black-76 volatilities of discounted prices.
     *
     * @param options everything but the volatilities, which are not read
     * @param price a price for each option, and room up to {@link OptionColumns#length}
     * @param volatility takes the result: NaN for an option that has none, see {@link ImpliedVolatility} for the reason
     * @return options without a volatility
     */
    int invert(OptionColumns options, double[] price, double[] volatility);

    /** A new kernel for the calling thread: the fastest that this JVM can run. */
    static ImpliedKernel fastest() {
        return Kernels.hasVectors() ? Kernels.vector("ImpliedStages", ImpliedKernel.class) : new ScalarImpliedKernel();
    }
}
