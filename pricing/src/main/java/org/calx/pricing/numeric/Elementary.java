package org.calx.pricing.numeric;

import static org.calx.pricing.numeric.Coefficients.*;

/**
 * Logarithm of a ratio, normal density and Mills' ratio in the operations of the vector kernel, one by one.
 *
 * <p>They use additions, multiplications, divisions and fused multiply-adds alone, all of which IEEE 754 fixes to the last
 * bit, so every machine and both kernels give the same result.
 */
public final class Elementary {
    private Elementary() {}

    /** {@code ln(a / b)} for normal positive numbers; exact to rounding also where a and b are close. */
    public static double logRatio(double a, double b) {
        double aMantissa = mantissa(a);
        double bMantissa = mantissa(b);
        return logOf((aMantissa - bMantissa) / (aMantissa + bMantissa), octave(a) - octave(b));
    }

    /** The power of two next below {@code x / sqrt(1/2)}, of a normal positive number. */
    public static long octave(double x) {
        return (Double.doubleToRawLongBits(x) - ROOT_HALF_BITS) >> 52;
    }

    /** The number divided by two to the power of its octave: between the root of one half and that of two. */
    public static double mantissa(double x) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) - (octave(x) << 52));
    }

    /** {@code octaves ln(2) + ln((1 + s) / (1 - s))} for |s| <= 1/3. */
    public static double logOf(double s, double octaves) {
        double square = s * s;
        double cubic = s * square * logSeries(square);
        return Math.fma(octaves, LN2_HIGH, Math.fma(octaves, LN2_LOW, Math.fma(2, s, cubic)));
    }

    private static double logSeries(double w) {
        double p = LOG_9;
        p = Math.fma(p, w, LOG_8);
        p = Math.fma(p, w, LOG_7);
        p = Math.fma(p, w, LOG_6);
        p = Math.fma(p, w, LOG_5);
        p = Math.fma(p, w, LOG_4);
        p = Math.fma(p, w, LOG_3);
        p = Math.fma(p, w, LOG_2);
        p = Math.fma(p, w, LOG_1);
        p = Math.fma(p, w, LOG_0);
        return p;
    }

    /** {@code exp(x)} for -708 <= x <= 708. */
    public static double exp(double x) {
        double shifted = Math.fma(x, LOG2_E, ROUNDER);
        double n = shifted - ROUNDER;
        double r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
        long scale = (Double.doubleToRawLongBits(shifted) + 1023) << 52;
        return expSeries(r) * Double.longBitsToDouble(scale);
    }

    private static double expSeries(double r) {
        double p = EXP_11;
        p = Math.fma(p, r, EXP_10);
        p = Math.fma(p, r, EXP_9);
        p = Math.fma(p, r, EXP_8);
        p = Math.fma(p, r, EXP_7);
        p = Math.fma(p, r, EXP_6);
        p = Math.fma(p, r, EXP_5);
        p = Math.fma(p, r, EXP_4);
        p = Math.fma(p, r, EXP_3);
        p = Math.fma(p, r, EXP_2);
        p = Math.fma(p, r, EXP_1);
        p = Math.fma(p, r, EXP_0);
        return p;
    }

    /** The standard normal density for |x| <= 37.5. */
    public static double density(double x) {
        return INVERSE_ROOT_TWO_PI * exp(-0.5 * (x * x));
    }

    /** The numerator of Mills' ratio {@code N(-x) / n(x)}, x >= 0. */
    public static double aboveMills(double x) {
        double p = ABOVE_9;
        p = Math.fma(p, x, ABOVE_8);
        p = Math.fma(p, x, ABOVE_7);
        p = Math.fma(p, x, ABOVE_6);
        p = Math.fma(p, x, ABOVE_5);
        p = Math.fma(p, x, ABOVE_4);
        p = Math.fma(p, x, ABOVE_3);
        p = Math.fma(p, x, ABOVE_2);
        p = Math.fma(p, x, ABOVE_1);
        p = Math.fma(p, x, ABOVE_0);
        return p;
    }

    /** The denominator of Mills' ratio. */
    public static double belowMills(double x) {
        double p = BELOW_10;
        p = Math.fma(p, x, BELOW_9);
        p = Math.fma(p, x, BELOW_8);
        p = Math.fma(p, x, BELOW_7);
        p = Math.fma(p, x, BELOW_6);
        p = Math.fma(p, x, BELOW_5);
        p = Math.fma(p, x, BELOW_4);
        p = Math.fma(p, x, BELOW_3);
        p = Math.fma(p, x, BELOW_2);
        p = Math.fma(p, x, BELOW_1);
        p = Math.fma(p, x, BELOW_0);
        return p;
    }
}
