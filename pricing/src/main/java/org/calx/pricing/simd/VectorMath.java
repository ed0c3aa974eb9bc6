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

    static DoubleVector logOf(DoubleVector s, DoubleVector octaves) {
        return octaves.fma(constant(LN2_HIGH), s.mul(logSeries(s.mul(s))));
    }

    /** What {@link #logs} makes logarithms of ratios of; s may be one of the operands. */
    static void logTerms(double[] above, double[] below, double[] s, double[] octaves, int length) {
        for (int j = 0; j < length; j += SPECIES.length()) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, above, j);
            LongVector aBits = a.reinterpretAsLongs();
            LongVector bBits = DoubleVector.fromArray(SPECIES, below, j).reinterpretAsLongs();
            LongVector n = aBits.sub(bBits).add(HALF_OCTAVE_BITS).lanewise(ASHR, 52);
            DoubleVector raised = bBits.add(n.lanewise(LSHL, 52)).reinterpretAsDoubles();
            n.add(ROUNDER_BITS).reinterpretAsDoubles().sub(ROUNDER).intoArray(octaves, j);
            a.sub(raised).div(a.add(raised)).intoArray(s, j);
        }
    }

    /** Logarithms in the place of s. */
    static void logs(double[] s, double[] octaves, int length) {
        for (int j = 0; j < length; j += SPECIES.length()) {
            logOf(DoubleVector.fromArray(SPECIES, s, j), DoubleVector.fromArray(SPECIES, octaves, j))
                    .intoArray(s, j);
        }
    }

    private static DoubleVector logSeries(DoubleVector w) {
        DoubleVector square = w.mul(w);
        DoubleVector even = square.fma(constant(LOG_6), constant(LOG_4));
        even = even.fma(square, constant(LOG_2));
        even = even.fma(square, constant(LOG_0));
        DoubleVector odd = square.fma(constant(LOG_7), constant(LOG_5));
        odd = odd.fma(square, constant(LOG_3));
        odd = odd.fma(square, constant(LOG_1));
        return odd.fma(w, even);
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
        DoubleVector square = r.mul(r);
        DoubleVector even = square.fma(constant(EXP_10), constant(EXP_8));
        even = even.fma(square, constant(EXP_6));
        even = even.fma(square, constant(EXP_4));
        even = even.fma(square, constant(EXP_2));
        even = even.fma(square, constant(EXP_0));
        DoubleVector odd = square.fma(constant(EXP_11), constant(EXP_9));
        odd = odd.fma(square, constant(EXP_7));
        odd = odd.fma(square, constant(EXP_5));
        odd = odd.fma(square, constant(EXP_3));
        odd = odd.fma(square, constant(EXP_1));
        return odd.fma(r, even);
    }

    /** The standard normal density for |x| <= 37.5. */
    private static DoubleVector density(DoubleVector x) {
        DoubleVector square = x.mul(x);
        DoubleVector shifted = square.fma(constant(-HALF_LOG2_E), constant(ROUNDER));
        DoubleVector p = densitySeries(
                square.fma(constant(-HALF_LOG2_E), constant(ROUNDER).sub(shifted)));
        LongVector power = shifted.reinterpretAsLongs().lanewise(LSHL, 52);
        return p.reinterpretAsLongs().add(power).reinterpretAsDoubles();
    }

    private static DoubleVector densitySeries(DoubleVector r) {
        DoubleVector square = r.mul(r);
        DoubleVector even = square.fma(constant(DENSITY_10), constant(DENSITY_8));
        even = even.fma(square, constant(DENSITY_6));
        even = even.fma(square, constant(DENSITY_4));
        even = even.fma(square, constant(DENSITY_2));
        even = even.fma(square, constant(DENSITY_0));
        DoubleVector odd = square.fma(constant(DENSITY_11), constant(DENSITY_9));
        odd = odd.fma(square, constant(DENSITY_7));
        odd = odd.fma(square, constant(DENSITY_5));
        odd = odd.fma(square, constant(DENSITY_3));
        odd = odd.fma(square, constant(DENSITY_1));
        return odd.fma(r, even);
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
        DoubleVector square = x.mul(x);
        DoubleVector even = square.fma(constant(ABOVE_8), constant(ABOVE_6));
        even = even.fma(square, constant(ABOVE_4));
        even = even.fma(square, constant(ABOVE_2));
        even = even.fma(square, constant(ABOVE_0));
        DoubleVector odd = square.fma(constant(ABOVE_9), constant(ABOVE_7));
        odd = odd.fma(square, constant(ABOVE_5));
        odd = odd.fma(square, constant(ABOVE_3));
        odd = odd.fma(square, constant(ABOVE_1));
        return odd.fma(x, even);
    }

    private static DoubleVector belowMills(DoubleVector x) {
        DoubleVector square = x.mul(x);
        DoubleVector even = square.fma(constant(BELOW_10), constant(BELOW_8));
        even = even.fma(square, constant(BELOW_6));
        even = even.fma(square, constant(BELOW_4));
        even = even.fma(square, constant(BELOW_2));
        even = even.fma(square, constant(BELOW_0));
        DoubleVector odd = square.fma(constant(BELOW_9), constant(BELOW_7));
        odd = odd.fma(square, constant(BELOW_5));
        odd = odd.fma(square, constant(BELOW_3));
        odd = odd.fma(square, constant(BELOW_1));
        return odd.fma(x, even);
    }
}
