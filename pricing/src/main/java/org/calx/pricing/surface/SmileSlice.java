package org.calx.pricing.surface;

/** One expiry's calls, convex in the strike, normalised: the forward is 1 and there is no discount. */
public sealed interface SmileSlice permits MixtureSlice, SviSlice {

    /** The call at a strike over the forward, above 0. */
    default double call(double strike) {
        return call(strike, 0);
    }

    /** The call if the total variance is greater by so much. */
    double call(double strike, double furtherVariance);
}
