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
        long aBits = Double.doubleToRawLongBits(a);
        long bBits = Double.doubleToRawLongBits(b);
        long aExponent = (aBits - ROOT_HALF_BITS) >> 52;
        long bExponent = (bBits - ROOT_HALF_BITS) >> 52;
        double aMantissa = Double.longBitsToDouble(aBits - (aExponent << 52));
        double bMantissa = Double.longBitsToDouble(bBits - (bExponent << 52));
        double exponent = Double.longBitsToDouble(aExponent - bExponent + ROUNDER_BITS) - ROUNDER;
        double s = (aMantissa - bMantissa) / (aMantissa + bMantissa);
        double square = s * s;
        double cubic = s * square * logSeries(square);
        return Math.fma(exponent, LN2_HIGH, Math.fma(exponent, LN2_LOW, Math.fma(2, s, cubic)));
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

    /** Mills' ratio {@code N(-x) / n(x)} where {@code u = 1 / (x + 4)}, x >= 0. */
    public static double millsOf(double u) {
        double t = Math.fma(-2 * MILLS_CENTRE, u, 1);
        return u * millsSeries(t);
    }

    private static double millsSeries(double t) {
        double p = MILLS_22;
        p = Math.fma(p, t, MILLS_21);
        p = Math.fma(p, t, MILLS_20);
        p = Math.fma(p, t, MILLS_19);
        p = Math.fma(p, t, MILLS_18);
        p = Math.fma(p, t, MILLS_17);
        p = Math.fma(p, t, MILLS_16);
        p = Math.fma(p, t, MILLS_15);
        p = Math.fma(p, t, MILLS_14);
        p = Math.fma(p, t, MILLS_13);
        p = Math.fma(p, t, MILLS_12);
        p = Math.fma(p, t, MILLS_11);
        p = Math.fma(p, t, MILLS_10);
        p = Math.fma(p, t, MILLS_9);
        p = Math.fma(p, t, MILLS_8);
        p = Math.fma(p, t, MILLS_7);
        p = Math.fma(p, t, MILLS_6);
        p = Math.fma(p, t, MILLS_5);
        p = Math.fma(p, t, MILLS_4);
        p = Math.fma(p, t, MILLS_3);
        p = Math.fma(p, t, MILLS_2);
        p = Math.fma(p, t, MILLS_1);
        p = Math.fma(p, t, MILLS_0);
        return p;
    }
}
