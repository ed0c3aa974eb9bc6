package org.calx.pricing.implied;

import org.calx.pricing.numeric.Elementary;
import org.calx.pricing.numeric.Normal;

/**
 * Inverts the price of an option out of the money in normalised form: {@code b(x, s) = e^(x/2) N(x/s + s/2) - e^(-x/2)
 * N(x/s - s/2)} with {@code x = -|ln(F/K)|}, s volatility times root of time, b price over the geometric mean of F and K.
 *
 * <p>After P. Jäckel, "By implication" (2006) for the first guess and "Let's be rational" (2015) for the idea that the
 * objective changes with the region: the reciprocal of the logarithm of the price below the inflection point, the price
 * above it, and the logarithm of the distance to the greatest price near that. Halley's steps inside a bracket that only
 * shrinks; so every input ends.
 */
final class NormalisedBlack {
    private static final int MOST_STEPS = 64;

    /** After a relative step of this size the next would be below rounding, since Halley's error is cubic. */
    private static final double LAST_STEP = 1e-6;

    private static final double SMALL_MONEYNESS = 0.5;
    private static final double SMALL_HALF_DEVIATION = 0.15;
    private static final double TINY = 1e-300;

    private final double x;
    private final double target;
    private final double greatest;
    private double value;
    private double complement;
    private double slope;

    private NormalisedBlack(double x, double target, double greatest) {
        this.x = x;
        this.target = target;
        this.greatest = greatest;
    }

    /**
     * Volatility times root of time.
     *
     * @param timeValue undiscounted price less the payoff, above 0 and below the lesser of forward and strike
     */
    static double deviation(double forward, double strike, double timeValue) {
        double x = -Math.abs(Elementary.logRatio(forward, strike));
        double greatest = Math.exp(x / 2);
        double share = timeValue / Math.min(forward, strike);
        return new NormalisedBlack(x, share * greatest, greatest).solve();
    }

    private double solve() {
        double inflection = Math.sqrt(-2 * x);
        double atInflection = 0;
        if (inflection > 0) {
            evaluate(inflection);
            atInflection = value;
        }
        boolean lower = target < atInflection;
        double s = lower ? WingGuess.deviation(-x, target) : highGuess(atInflection);
        double low = lower ? 0 : inflection;
        double high = lower ? inflection : Double.POSITIVE_INFINITY;
        for (int i = 0; i < MOST_STEPS; i++) {
            evaluate(s);
            double error = target < greatest / 2 ? target - value : complement - (greatest - target);
            if (error == 0) {
                return s;
            }
            low = error > 0 ? s : low;
            high = error < 0 ? s : high;
            double stride = step(s, error, lower);
            if (Math.abs(stride) <= LAST_STEP * s) {
                return s + stride;
            }
            double next = s + stride;
            if (!(next > low && next < high)) {
                next = high < Double.POSITIVE_INFINITY ? (low + high) / 2 : 2 * s;
            }
            s = next;
        }
        return s;
    }

    /** Exact at the money; elsewhere the distance to the greatest price, scaled to meet the inflection point. */
    private double highGuess(double atInflection) {
        double remaining = (greatest - target) / (greatest - atInflection) * Normal.cumulative(-Math.sqrt(-x / 2));
        double guess = remaining > 0 ? -2 * Normal.roughInverse(remaining) : 2 * 37;
        return Math.max(guess, Math.max(Math.sqrt(-2 * x), 2.5 * (target - atInflection)));
    }

    /** Halley's step on the region's objective. */
    private double step(double s, double error, boolean lower) {
        if (slope < TINY) {
            return lower ? s : -s / 2;
        }
        double curvature = x * x / (s * s * s) - s / 4;
        double newton;
        if (lower) {
            double logTarget = Math.log(target);
            double logValue = value < TINY ? Math.log(TINY) : Math.log(value);
            newton = (logTarget - logValue) * (logValue / logTarget) * (value / slope);
            curvature -= slope / value * (1 + 2 / logValue);
        } else if (target < greatest / 8) {
            newton = error / slope;
        } else {
            newton = Math.log(complement / (greatest - target)) * complement / slope;
            curvature += slope / complement;
        }
        double divisor = 1 + 0.5 * newton * curvature;
        return newton / Math.clamp(divisor, 0.5, 2);
    }

    private void evaluate(double s) {
        double h = x / s;
        double t = s / 2;
        double exponent = -0.5 * (h * h + t * t);
        slope = exponent < -700 ? 0 : 0.3989422804014327 * Elementary.exp(exponent);
        double far = Normal.mills(-h + t);
        if (h + t > 0) {
            double near = Normal.mills(h + t);
            complement = slope * (near + far);
            value = greatest - complement;
        }
        if (h + t <= 0 || value < greatest / 2) {
            boolean small = t < SMALL_HALF_DEVIATION && x > -SMALL_MONEYNESS;
            value = slope * (small ? oddTerms(h, t) : Normal.mills(-h - t) - far);
            complement = greatest - value;
        }
    }

    /**
     * {@code Y(h + t) - Y(h - t)} for small t without cancellation, where {@code Y(z) = N(z) / n(z)}: twice the odd terms of
     * its series at h, from {@code Y' = 1 + z Y} and {@code Y^(n+1) = z Y^(n) + n Y^(n-1)}.
     */
    private static double oddTerms(double h, double t) {
        double even = Normal.mills(-h);
        double odd = Math.fma(h, even, 1);
        double sum = 0;
        double power = t;
        for (int n = 1; n <= 13; n += 2) {
            sum = Math.fma(odd, power, sum);
            even = h * odd + n * even;
            odd = h * even + (n + 1) * odd;
            power *= t * t / ((n + 1) * (n + 2));
        }
        return 2 * sum;
    }
}
