package org.calx.pricing.simd;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
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

    static LongVector octave(DoubleVector x) {
        return x.reinterpretAsLongs().sub(ROOT_HALF_BITS).lanewise(ASHR, 52);
    }

    static DoubleVector mantissa(DoubleVector x, LongVector octave) {
        return x.reinterpretAsLongs().sub(octave.lanewise(LSHL, 52)).reinterpretAsDoubles();
    }

    /** Whole numbers of less than 2^51 as doubles. */
    static DoubleVector whole(LongVector n) {
        return n.add(ROUNDER_BITS).reinterpretAsDoubles().sub(ROUNDER);
    }

    static DoubleVector logOf(DoubleVector s, DoubleVector octaves) {
        DoubleVector square = s.mul(s);
        DoubleVector cubic = s.mul(square).mul(logSeries(square));
        DoubleVector low = octaves.fma(constant(LN2_LOW), s.fma(constant(2), cubic));
        return octaves.fma(constant(LN2_HIGH), low);
    }

    /** What {@link #logs} makes logarithms of ratios of; s may be one of the operands. */
    static void logTerms(double[] above, double[] below, double[] s, double[] octaves, int length) {
        for (int j = 0; j < length; j += SPECIES.length()) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, above, j);
            DoubleVector b = DoubleVector.fromArray(SPECIES, below, j);
            LongVector aOctave = octave(a);
            LongVector bOctave = octave(b);
            whole(aOctave.sub(bOctave)).intoArray(octaves, j);
            DoubleVector aMantissa = mantissa(a, aOctave);
            DoubleVector bMantissa = mantissa(b, bOctave);
            aMantissa.sub(bMantissa).div(aMantissa.add(bMantissa)).intoArray(s, j);
        }
    }

    /** Logarithms in the place of s. */
    static void logs(double[] s, double[] octaves, int length) {
        for (int j = 0; j < length; j += SPECIES.length()) {
            logOf(DoubleVector.fromArray(SPECIES, s, j), DoubleVector.fromArray(SPECIES, octaves, j))
                    .intoArray(s, j);
        }
    }

    /** Negative where a number that {@link #flag}s are made for is below its least or above its greatest, which are positive. */
    static LongVector flag(DoubleVector x, double least, double greatest) {
        LongVector bits = x.reinterpretAsLongs();
        return bits.sub(Double.doubleToRawLongBits(least))
                .or(LongVector.broadcast(bits.species(), Double.doubleToRawLongBits(greatest))
                        .sub(bits));
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
    static DoubleVector exp(DoubleVector x) {
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

    /** The value, or the bound where it is not more: two instructions, and Java's maximum takes six for NaN and zeros. */
    static DoubleVector atLeast(DoubleVector value, double bound) {
        return value.blend(bound, value.compare(LE, bound));
    }

    /** The value between two bounds. */
    static DoubleVector clamped(DoubleVector value, double low, double high) {
        return atLeast(value.blend(high, value.compare(GT, high)), low);
    }

    /** Numerator and denominator of Mills' ratio at each score's distance from zero. */
    static void mills(double[] scores, double[] above, double[] below, int length) {
        for (int j = 0; j < length; j += SPECIES.length()) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, scores, j).abs();
            aboveMills(x).intoArray(above, j);
            belowMills(x).intoArray(below, j);
        }
    }

    private static DoubleVector aboveMills(DoubleVector x) {
        DoubleVector p = x.fma(constant(ABOVE_9), constant(ABOVE_8));
        p = p.fma(x, constant(ABOVE_7));
        p = p.fma(x, constant(ABOVE_6));
        p = p.fma(x, constant(ABOVE_5));
        p = p.fma(x, constant(ABOVE_4));
        p = p.fma(x, constant(ABOVE_3));
        p = p.fma(x, constant(ABOVE_2));
        p = p.fma(x, constant(ABOVE_1));
        p = p.fma(x, constant(ABOVE_0));
        return p;
    }

    private static DoubleVector belowMills(DoubleVector x) {
        DoubleVector p = x.fma(constant(BELOW_10), constant(BELOW_9));
        p = p.fma(x, constant(BELOW_8));
        p = p.fma(x, constant(BELOW_7));
        p = p.fma(x, constant(BELOW_6));
        p = p.fma(x, constant(BELOW_5));
        p = p.fma(x, constant(BELOW_4));
        p = p.fma(x, constant(BELOW_3));
        p = p.fma(x, constant(BELOW_2));
        p = p.fma(x, constant(BELOW_1));
        p = p.fma(x, constant(BELOW_0));
        return p;
    }
}
