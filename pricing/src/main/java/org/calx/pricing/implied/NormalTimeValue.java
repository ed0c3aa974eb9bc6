package org.calx.pricing.implied;

import org.calx.pricing.numeric.Coefficients;
import org.calx.pricing.numeric.Normal;

/**
 * The deviation at which an option on a normal forward has a time value: with u the distance from the money in deviations, time value
 * over distance is {@code n(u) / u - N(-u)}, which falls from infinity to 0 and is convex in u.
 */
final class NormalTimeValue {
    private static final int MOST_STEPS = 200;

    /** Farther from the money there is no time value. */
    private static final double FARTHEST = 37.5;

    private NormalTimeValue() {}

    /** @param distance of forward and strike, not negative; @param timeValue above 0, without discount */
    static double deviation(double distance, double timeValue) {
        double share = timeValue / distance;
        if (Double.isInfinite(share)) {
            return timeValue / Coefficients.INVERSE_ROOT_TWO_PI;
        }
        double low = 0;
        double high = Math.min(FARTHEST, Coefficients.INVERSE_ROOT_TWO_PI / share);
        double u = high;
        for (int step = 0; step < MOST_STEPS; step++) {
            double value = Normal.density(u) * (1 / u - Normal.mills(u));
            if (value < share) {
                high = u;
            } else {
                low = u;
            }
            // Newton's step on the logarithms of both, which are nearly a line.
            double next = u * Math.exp(value * u / Normal.density(u) * Math.log(value / share));
            if (!(next > low && next < high)) {
                next = (low + high) / 2;
            }
            if (Math.abs(next - u) <= Math.ulp(u)) {
                break;
            }
            u = next;
        }
        return distance / u;
    }
}
