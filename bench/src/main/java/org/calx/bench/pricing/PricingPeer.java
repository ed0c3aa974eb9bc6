package org.calx.bench.pricing;

/** Another library's Black-76; every method returns the sum of what it computed, so that nothing is left out. */
public interface PricingPeer {
    /** Price, delta, gamma, vega and theta in the fastest way that the library has. */
    double adjoint(OptionSample sample);

    /** The same five figures by a call each. */
    double fiveCalls(OptionSample sample);

    /** Volatilities of undiscounted prices. */
    double impliedVolatilities(OptionSample sample, double[] undiscounted);
}
