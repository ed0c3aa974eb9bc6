package org.calx.pricing.simd;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static org.calx.pricing.numeric.Coefficients.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link org.calx.pricing.numeric.Elementary} on vectors; each method small, so that it is inlined and boxes nothing. */
final class VectorMath {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private VectorMath() {}

    static DoubleVector constant(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }

    /** Logarithm of a ratio of normal positive numbers. */
    static DoubleVector logRatio(DoubleVector a, DoubleVector b) {
        LongVector aBits = a.reinterpretAsLongs();
        LongVector bBits = b.reinterpretAsLongs();
        LongVector aExponent = aBits.sub(ROOT_HALF_BITS).lanewise(ASHR, 52);
        LongVector bExponent = bBits.sub(ROOT_HALF_BITS).lanewise(ASHR, 52);
        DoubleVector aMantissa = aBits.sub(aExponent.lanewise(LSHL, 52)).reinterpretAsDoubles();
        DoubleVector bMantissa = bBits.sub(bExponent.lanewise(LSHL, 52)).reinterpretAsDoubles();
        DoubleVector exponent = aExponent
                .sub(bExponent)
                .add(ROUNDER_BITS)
                .reinterpretAsDoubles()
                .sub(ROUNDER);
        DoubleVector s = aMantissa.sub(bMantissa).div(aMantissa.add(bMantissa));
        DoubleVector square = s.mul(s);
        DoubleVector cubic = s.mul(square).mul(logSeries(square));
        DoubleVector low = exponent.fma(constant(LN2_LOW), s.fma(constant(2), cubic));
        return exponent.fma(constant(LN2_HIGH), low);
    }

    private static DoubleVector logSeries(DoubleVector w) {
        DoubleVector p = w.fma(constant(LOG_9), constant(LOG_8));
        p = p.fma(w, constant(LOG_7));
        p = p.fma(w, constant(LOG_6));
        p = p.fma(w, constant(LOG_5));
        p = p.fma(w, constant(LOG_4));
        p = p.fma(w, constant(LOG_3));
        p = p.fma(w, constant(LOG_2));
        p = p.fma(w, constant(LOG_1));
        p = p.fma(w, constant(LOG_0));
        return p;
    }

    /** Exponential for -708 <= x <= 708. */
    private static DoubleVector exp(DoubleVector x) {
        DoubleVector shifted = x.fma(constant(LOG2_E), constant(ROUNDER));
        DoubleVector n = shifted.sub(ROUNDER);
        DoubleVector r = n.fma(constant(-LN2_LOW), n.fma(constant(-LN2_HIGH), x));
        LongVector scale = shifted.reinterpretAsLongs().add(1023).lanewise(LSHL, 52);
        return expSeries(r).mul(scale.reinterpretAsDoubles());
    }

    private static DoubleVector expSeries(DoubleVector r) {
        DoubleVector p = r.fma(constant(EXP_11), constant(EXP_10));
        p = p.fma(r, constant(EXP_9));
        p = p.fma(r, constant(EXP_8));
        p = p.fma(r, constant(EXP_7));
        p = p.fma(r, constant(EXP_6));
        p = p.fma(r, constant(EXP_5));
        p = p.fma(r, constant(EXP_4));
        p = p.fma(r, constant(EXP_3));
        p = p.fma(r, constant(EXP_2));
        p = p.fma(r, constant(EXP_1));
        p = p.fma(r, constant(EXP_0));
        return p;
    }

    /** The standard normal density for |x| <= 37.5. */
    private static DoubleVector density(DoubleVector x) {
        return exp(x.mul(x).mul(-0.5)).mul(INVERSE_ROOT_TWO_PI);
    }

    /** The standard normal density of each score. */
    static void densities(double[] scores, double[] densities, int length) {
        for (int j = 0; j < length; j += SPECIES.length()) {
            density(DoubleVector.fromArray(SPECIES, scores, j)).intoArray(densities, j);
        }
    }

    /** Mills' ratio in the place of each {@code u = 1 / (x + 4)}; the polynomial in two stages. */
    static void millsOf(double[] column, double[] scratch, int length) {
        for (int j = 0; j < length; j += SPECIES.length()) {
            upperMills(centred(DoubleVector.fromArray(SPECIES, column, j))).intoArray(scratch, j);
        }
        for (int j = 0; j < length; j += SPECIES.length()) {
            DoubleVector u = DoubleVector.fromArray(SPECIES, column, j);
            u.mul(lowerMills(DoubleVector.fromArray(SPECIES, scratch, j), centred(u)))
                    .intoArray(column, j);
        }
    }

    private static DoubleVector centred(DoubleVector u) {
        return u.fma(constant(-2 * MILLS_CENTRE), constant(1));
    }

    private static DoubleVector upperMills(DoubleVector t) {
        DoubleVector p = t.fma(constant(MILLS_22), constant(MILLS_21));
        p = p.fma(t, constant(MILLS_20));
        p = p.fma(t, constant(MILLS_19));
        p = p.fma(t, constant(MILLS_18));
        p = p.fma(t, constant(MILLS_17));
        p = p.fma(t, constant(MILLS_16));
        p = p.fma(t, constant(MILLS_15));
        p = p.fma(t, constant(MILLS_14));
        p = p.fma(t, constant(MILLS_13));
        p = p.fma(t, constant(MILLS_12));
        p = p.fma(t, constant(MILLS_11));
        return p;
    }

    private static DoubleVector lowerMills(DoubleVector upper, DoubleVector t) {
        DoubleVector p = upper;
        p = p.fma(t, constant(MILLS_10));
        p = p.fma(t, constant(MILLS_9));
        p = p.fma(t, constant(MILLS_8));
        p = p.fma(t, constant(MILLS_7));
        p = p.fma(t, constant(MILLS_6));
        p = p.fma(t, constant(MILLS_5));
        p = p.fma(t, constant(MILLS_4));
        p = p.fma(t, constant(MILLS_3));
        p = p.fma(t, constant(MILLS_2));
        p = p.fma(t, constant(MILLS_1));
        p = p.fma(t, constant(MILLS_0));
        return p;
    }
}
