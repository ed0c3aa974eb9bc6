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
        long octaves = octaves(a, b);
        double raised = raised(b, octaves);
        return logOf((a - raised) / (a + raised), octaves);
    }

    /** The power of two that brings b nearest to a by their bits: between 2/3 and 3/2 of it. Both are normal and positive. */
    public static long octaves(double a, double b) {
        return (Double.doubleToRawLongBits(a) - Double.doubleToRawLongBits(b) + HALF_OCTAVE_BITS) >> 52;
    }

    /** A normal number times a power of two. */
    public static double raised(double x, long octaves) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) + (octaves << 52));
    }

    /** {@code octaves ln(2) + ln((1 + s) / (1 - s))} for |s| <= 1/5. */
    public static double logOf(double s, double octaves) {
        return Math.fma(octaves, LN2_HIGH, s * logSeries(s * s));
    }

    private static double logSeries(double w) {
        double square = w * w;
        double even = Math.fma(LOG_6, square, LOG_4);
        even = Math.fma(even, square, LOG_2);
        even = Math.fma(even, square, LOG_0);
        double odd = Math.fma(LOG_7, square, LOG_5);
        odd = Math.fma(odd, square, LOG_3);
        odd = Math.fma(odd, square, LOG_1);
        return Math.fma(odd, w, even);
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
        double square = r * r;
        double even = Math.fma(EXP_10, square, EXP_8);
        even = Math.fma(even, square, EXP_6);
        even = Math.fma(even, square, EXP_4);
        even = Math.fma(even, square, EXP_2);
        even = Math.fma(even, square, EXP_0);
        double odd = Math.fma(EXP_11, square, EXP_9);
        odd = Math.fma(odd, square, EXP_7);
        odd = Math.fma(odd, square, EXP_5);
        odd = Math.fma(odd, square, EXP_3);
        odd = Math.fma(odd, square, EXP_1);
        return Math.fma(odd, r, even);
    }

    /** The standard normal density for |x| <= 37.5, as a power of two. */
    public static double density(double x) {
        double square = x * x;
        double shifted = Math.fma(square, -HALF_LOG2_E, ROUNDER);
        double p = densitySeries(Math.fma(square, -HALF_LOG2_E, ROUNDER - shifted));
        return Double.longBitsToDouble(Double.doubleToRawLongBits(p) + (Double.doubleToRawLongBits(shifted) << 52));
    }

    private static double densitySeries(double r) {
        double square = r * r;
        double even = Math.fma(DENSITY_10, square, DENSITY_8);
        even = Math.fma(even, square, DENSITY_6);
        even = Math.fma(even, square, DENSITY_4);
        even = Math.fma(even, square, DENSITY_2);
        even = Math.fma(even, square, DENSITY_0);
        double odd = Math.fma(DENSITY_11, square, DENSITY_9);
        odd = Math.fma(odd, square, DENSITY_7);
        odd = Math.fma(odd, square, DENSITY_5);
        odd = Math.fma(odd, square, DENSITY_3);
        odd = Math.fma(odd, square, DENSITY_1);
        return Math.fma(odd, r, even);
    }

    /** The numerator of Mills' ratio {@code N(-x) / n(x)}, x >= 0. */
    public static double aboveMills(double x) {
        double square = x * x;
        double even = Math.fma(ABOVE_8, square, ABOVE_6);
        even = Math.fma(even, square, ABOVE_4);
        even = Math.fma(even, square, ABOVE_2);
        even = Math.fma(even, square, ABOVE_0);
        double odd = Math.fma(ABOVE_9, square, ABOVE_7);
        odd = Math.fma(odd, square, ABOVE_5);
        odd = Math.fma(odd, square, ABOVE_3);
        odd = Math.fma(odd, square, ABOVE_1);
        return Math.fma(odd, x, even);
    }

    /** The denominator of Mills' ratio. */
    public static double belowMills(double x) {
        double square = x * x;
        double even = Math.fma(BELOW_10, square, BELOW_8);
        even = Math.fma(even, square, BELOW_6);
        even = Math.fma(even, square, BELOW_4);
        even = Math.fma(even, square, BELOW_2);
        even = Math.fma(even, square, BELOW_0);
        double odd = Math.fma(BELOW_9, square, BELOW_7);
        odd = Math.fma(odd, square, BELOW_5);
        odd = Math.fma(odd, square, BELOW_3);
        odd = Math.fma(odd, square, BELOW_1);
        return Math.fma(odd, x, even);
    }
}
