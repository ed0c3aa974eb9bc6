package org.calx.pricing.simd;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.OR;
import static org.calx.pricing.numeric.Coefficients.*;
import static org.calx.pricing.simd.VectorMath.SPECIES;
import static org.calx.pricing.simd.VectorMath.constant;
import static org.calx.pricing.vanilla.Domain.GREATEST_DEVIATION;
import static org.calx.pricing.vanilla.Domain.GREATEST_SCORE;
import static org.calx.pricing.vanilla.Domain.LEAST_DEVIATION;
import static org.calx.pricing.vanilla.Domain.LEAST_SHARED_DEVIATION;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import org.calx.pricing.vanilla.Domain;
import org.calx.pricing.vanilla.OptionColumns;
import org.calx.pricing.vanilla.ScalarKernel;
import org.calx.pricing.vanilla.ValueColumns;
import org.calx.pricing.vanilla.VanillaModel;

/**
 * The operations of {@code vanilla.BlackTerms} in stages over a block. Options outside the domain, or without volatility show
 * in the block's bits and are done again one by one.
 *
 * <p>Polynomials are written out where a stage is long: the compiler inlines the vector library's own methods without end, but ours
 * only until 8,000 bytecodes are inlined, which some thirty operations use up, and boxes what is handed to them after that.
 */
final class BlackStages {
    private static final int STEP = SPECIES.length();

    /** Prices, deviations and discounts are ordinary from 2^-256 to below 2^256, within the domain. */
    private static final long LEAST_BITS = Double.doubleToRawLongBits(0x1p-256);

    private static final int WIDTH_BITS = 61;

    /** Added to the bits of a score within the greatest it leaves the sign bit unset. */
    private static final long SCORE_BITS = Long.MAX_VALUE - Double.doubleToRawLongBits(GREATEST_SCORE);

    private final ScalarKernel scalar = new ScalarKernel();
    private final double[] inverse = VectorKernel.scratch();
    private final double[] d1 = VectorKernel.scratch();
    private final double[] d2 = VectorKernel.scratch();
    private final double[] density = VectorKernel.scratch();
    private final double[] tail1 = VectorKernel.scratch();
    private boolean ordinary;

    private final Stage[] five = {this::scores, this::firstTails, this::values};
    private final Stage[] higher = {this::higher, this::charmAndSpeed};

    /** Values the options from {@code from} to before {@code to}. @return how many are outside the domain */
    int value(OptionColumns in, ValueColumns out, int from, int to, boolean all) {
        for (Stage stage : five) {
            stage.run(in, out, from, to);
        }
        if (all) {
            for (Stage stage : higher) {
                stage.run(in, out, from, to);
            }
        }
        return ordinary ? 0 : again(in, out, from, to, all);
    }

    /**
     * Scores, the inverse of forward times deviation, and whether all is ordinary: no number's bits leave those from the least one
     * by more than {@code WIDTH_BITS}, and the greater magnitude of both scores, which adds to its bits, stays a positive number.
     */
    private void scores(OptionColumns in, ValueColumns out, int from, int to) {
        LongVector widths = LongVector.zero(LongVector.SPECIES_PREFERRED);
        LongVector farness = widths;
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            DoubleVector forward = DoubleVector.fromArray(SPECIES, in.forward(), i);
            DoubleVector deviation = DoubleVector.fromArray(SPECIES, in.volatility(), i)
                    .mul(DoubleVector.fromArray(SPECIES, in.rootExpiry(), i));
            LongVector f = forward.reinterpretAsLongs();
            LongVector k = DoubleVector.fromArray(SPECIES, in.strike(), i).reinterpretAsLongs();
            LongVector discount =
                    DoubleVector.fromArray(SPECIES, in.discount(), i).reinterpretAsLongs();
            widths = widths.or(f.sub(LEAST_BITS)).or(k.sub(LEAST_BITS));
            widths = widths.or(discount.sub(LEAST_BITS))
                    .or(deviation.reinterpretAsLongs().sub(LEAST_BITS));
            LongVector octaves = f.sub(k).add(HALF_OCTAVE_BITS).lanewise(ASHR, 52);
            DoubleVector raised = k.add(octaves.lanewise(LSHL, 52)).reinterpretAsDoubles();
            DoubleVector sum = forward.add(raised);
            DoubleVector scale = forward.mul(deviation);
            DoubleVector shared = DoubleVector.broadcast(SPECIES, 1).div(sum.mul(scale));
            DoubleVector inverted = sum.mul(shared);
            inverted.intoArray(inverse, j);
            DoubleVector s = forward.sub(raised).mul(scale.mul(shared));
            DoubleVector w = s.mul(s);
            DoubleVector square = w.mul(w);
            DoubleVector p = square.lanewise(FMA, LOG_6, LOG_4);
            p = p.lanewise(FMA, square, LOG_2);
            p = p.lanewise(FMA, square, LOG_0);
            DoubleVector pOdd = square.lanewise(FMA, LOG_7, LOG_5);
            pOdd = pOdd.lanewise(FMA, square, LOG_3);
            pOdd = pOdd.lanewise(FMA, square, LOG_1);
            p = pOdd.fma(w, p);
            DoubleVector whole =
                    octaves.add(ROUNDER_BITS).reinterpretAsDoubles().sub(ROUNDER);
            DoubleVector log = whole.lanewise(FMA, LN2_HIGH, s.mul(p));
            DoubleVector moneyness = log.mul(forward.mul(inverted));
            deviation.lanewise(FMA, 0.5, moneyness).intoArray(d1, j);
            deviation.lanewise(FMA, -0.5, moneyness).intoArray(d2, j);
            DoubleVector farther = deviation.lanewise(FMA, 0.5, moneyness.abs());
            farness = farness.or(farther.reinterpretAsLongs().add(SCORE_BITS));
        }
        ordinary =
                widths.reduceLanes(OR) >>> WIDTH_BITS == 0 && (farness.reduceLanes(OR) >= 0 || isClamped(in, from, to));
    }

    /** Takes scores to the greatest that count. @return whether all deviations are in the domain, so that it may be done */
    private boolean isClamped(OptionColumns in, int from, int to) {
        LongVector excess = LongVector.zero(LongVector.SPECIES_PREFERRED);
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            VectorMath.clamped(DoubleVector.fromArray(SPECIES, d1, j), -GREATEST_SCORE, GREATEST_SCORE)
                    .intoArray(d1, j);
            VectorMath.clamped(DoubleVector.fromArray(SPECIES, d2, j), -GREATEST_SCORE, GREATEST_SCORE)
                    .intoArray(d2, j);
            LongVector deviation = DoubleVector.fromArray(SPECIES, in.volatility(), i)
                    .mul(DoubleVector.fromArray(SPECIES, in.rootExpiry(), i))
                    .reinterpretAsLongs();
            excess = excess.or(deviation.add(Long.MAX_VALUE - Double.doubleToRawLongBits(GREATEST_DEVIATION)));
        }
        return excess.reduceLanes(OR) >= 0;
    }

    /** Density at the first score, and {@code N(-|d1|)}. */
    private void firstTails(OptionColumns in, ValueColumns out, int from, int to) {
        for (int j = 0; j < to - from; j += STEP) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, d1, j).abs();
            DoubleVector square = x.mul(x);
            DoubleVector exponent = square.mul(-HALF_LOG2_E);
            DoubleVector shifted = exponent.add(ROUNDER);
            DoubleVector r = exponent.sub(shifted.sub(ROUNDER));
            DoubleVector rest = r.mul(r);
            DoubleVector p = rest.lanewise(FMA, DENSITY_10, DENSITY_8);
            p = p.lanewise(FMA, rest, DENSITY_6);
            p = p.lanewise(FMA, rest, DENSITY_4);
            p = p.lanewise(FMA, rest, DENSITY_2);
            p = p.lanewise(FMA, rest, DENSITY_0);
            DoubleVector pOdd = rest.lanewise(FMA, DENSITY_11, DENSITY_9);
            pOdd = pOdd.lanewise(FMA, rest, DENSITY_7);
            pOdd = pOdd.lanewise(FMA, rest, DENSITY_5);
            pOdd = pOdd.lanewise(FMA, rest, DENSITY_3);
            pOdd = pOdd.lanewise(FMA, rest, DENSITY_1);
            p = pOdd.fma(r, p);
            LongVector power = shifted.reinterpretAsLongs().lanewise(LSHL, 52);
            DoubleVector plain = p.reinterpretAsLongs().add(power).reinterpretAsDoubles();
            plain.intoArray(density, j);
            DoubleVector a = square.lanewise(FMA, ABOVE_8, ABOVE_6);
            a = a.lanewise(FMA, square, ABOVE_4);
            a = a.lanewise(FMA, square, ABOVE_2);
            a = a.lanewise(FMA, square, ABOVE_0);
            DoubleVector aOdd = square.lanewise(FMA, ABOVE_9, ABOVE_7);
            aOdd = aOdd.lanewise(FMA, square, ABOVE_5);
            aOdd = aOdd.lanewise(FMA, square, ABOVE_3);
            aOdd = aOdd.lanewise(FMA, square, ABOVE_1);
            a = aOdd.fma(x, a);
            DoubleVector b = square.lanewise(FMA, BELOW_10, BELOW_8);
            b = b.lanewise(FMA, square, BELOW_6);
            b = b.lanewise(FMA, square, BELOW_4);
            b = b.lanewise(FMA, square, BELOW_2);
            b = b.lanewise(FMA, square, BELOW_0);
            DoubleVector bOdd = square.lanewise(FMA, BELOW_9, BELOW_7);
            bOdd = bOdd.lanewise(FMA, square, BELOW_5);
            bOdd = bOdd.lanewise(FMA, square, BELOW_3);
            bOdd = bOdd.lanewise(FMA, square, BELOW_1);
            b = bOdd.fma(x, b);
            plain.mul(a.div(b)).intoArray(tail1, j);
        }
    }

    /** The forward times {@code n(d1) R(|d2|)}, which is the strike times {@code N(-|d2|)}, and the five figures. */
    private void values(OptionColumns in, ValueColumns out, int from, int to) {
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            DoubleVector score = DoubleVector.fromArray(SPECIES, d2, j);
            DoubleVector x = score.abs();
            DoubleVector square = x.mul(x);
            DoubleVector a = square.lanewise(FMA, ABOVE_8, ABOVE_6);
            a = a.lanewise(FMA, square, ABOVE_4);
            a = a.lanewise(FMA, square, ABOVE_2);
            a = a.lanewise(FMA, square, ABOVE_0);
            DoubleVector aOdd = square.lanewise(FMA, ABOVE_9, ABOVE_7);
            aOdd = aOdd.lanewise(FMA, square, ABOVE_5);
            aOdd = aOdd.lanewise(FMA, square, ABOVE_3);
            aOdd = aOdd.lanewise(FMA, square, ABOVE_1);
            a = aOdd.fma(x, a);
            DoubleVector b = square.lanewise(FMA, BELOW_10, BELOW_8);
            b = b.lanewise(FMA, square, BELOW_6);
            b = b.lanewise(FMA, square, BELOW_4);
            b = b.lanewise(FMA, square, BELOW_2);
            b = b.lanewise(FMA, square, BELOW_0);
            DoubleVector bOdd = square.lanewise(FMA, BELOW_9, BELOW_7);
            bOdd = bOdd.lanewise(FMA, square, BELOW_5);
            bOdd = bOdd.lanewise(FMA, square, BELOW_3);
            bOdd = bOdd.lanewise(FMA, square, BELOW_1);
            b = bOdd.fma(x, b);
            DoubleVector forward = DoubleVector.fromArray(SPECIES, in.forward(), i);
            DoubleVector plain = DoubleVector.fromArray(SPECIES, density, j);
            DoubleVector second = forward.mul(plain).mul(a.div(b));
            DoubleVector first = DoubleVector.fromArray(SPECIES, tail1, j);
            DoubleVector sign = DoubleVector.fromArray(SPECIES, in.sign(), i);
            VectorMask<Double> out1 =
                    sign.mul(DoubleVector.fromArray(SPECIES, d1, j)).compare(LT, 0);
            VectorMask<Double> out2 = sign.mul(score).compare(LT, 0);
            DoubleVector probability =
                    DoubleVector.broadcast(SPECIES, 1).sub(first).blend(first, out1);
            DoubleVector strikePart =
                    DoubleVector.fromArray(SPECIES, in.strike(), i).sub(second).blend(second, out2);
            DoubleVector discount = DoubleVector.fromArray(SPECIES, in.discount(), i);
            DoubleVector signed = sign.mul(discount);
            signed.mul(probability).intoArray(out.delta(), i);
            DoubleVector price = signed.mul(forward.lanewise(FMA, probability, strikePart.neg()));
            price = price.blend(0, price.compare(LE, 0));
            price.intoArray(out.price(), i);
            DoubleVector smooth = discount.mul(plain);
            DoubleVector gamma = smooth.mul(DoubleVector.fromArray(SPECIES, inverse, j));
            gamma.intoArray(out.gamma(), i);
            DoubleVector root = DoubleVector.fromArray(SPECIES, in.rootExpiry(), i);
            smooth.mul(forward).mul(root).intoArray(out.vega(), i);
            DoubleVector move = forward.mul(DoubleVector.fromArray(SPECIES, in.volatility(), i));
            DoubleVector carry = DoubleVector.fromArray(SPECIES, in.rate(), i).mul(price);
            DoubleVector decay = move.mul(move).mul(-0.5);
            decay.lanewise(FMA, gamma, carry).intoArray(out.theta(), i);
        }
    }

    /** The rare path. @return how many are outside the domain */
    private int again(OptionColumns in, ValueColumns out, int from, int to, boolean all) {
        int outside = 0;
        for (int i = from; i < Math.min(to, in.size()); i++) {
            double deviation = in.volatility()[i] * in.rootExpiry()[i];
            boolean isDone = Math.abs(d1[i - from]) < GREATEST_SCORE
                    && Math.abs(d2[i - from]) < GREATEST_SCORE
                    && deviation >= LEAST_SHARED_DEVIATION
                    && Domain.holds(VanillaModel.BLACK76, in.forward()[i], in.strike()[i], deviation, in.discount()[i]);
            if (!isDone) {
                outside += scalar.isValued(VanillaModel.BLACK76, in, out, i, all) ? 0 : 1;
            }
        }
        return outside;
    }

    private void higher(OptionColumns in, ValueColumns out, int from, int to) {
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            DoubleVector deviationInverse =
                    DoubleVector.fromArray(SPECIES, in.forward(), i).mul(DoubleVector.fromArray(SPECIES, inverse, j));
            DoubleVector perVolatility =
                    DoubleVector.fromArray(SPECIES, in.rootExpiry(), i).mul(deviationInverse);
            DoubleVector first = DoubleVector.fromArray(SPECIES, d1, j);
            DoubleVector second = DoubleVector.fromArray(SPECIES, d2, j);
            DoubleVector smooth = smooth(in, i, j);
            DoubleVector.fromArray(SPECIES, in.expiryYears(), i)
                    .neg()
                    .mul(DoubleVector.fromArray(SPECIES, out.price(), i))
                    .intoArray(out.rho(), i);
            smooth.neg().mul(second).mul(perVolatility).intoArray(out.vanna(), i);
            DoubleVector.fromArray(SPECIES, out.vega(), i)
                    .mul(first)
                    .mul(second)
                    .mul(perVolatility)
                    .intoArray(out.volga(), i);
        }
    }

    private void charmAndSpeed(OptionColumns in, ValueColumns out, int from, int to) {
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            DoubleVector inverted = DoubleVector.fromArray(SPECIES, inverse, j);
            DoubleVector deviationInverse =
                    DoubleVector.fromArray(SPECIES, in.forward(), i).mul(inverted);
            DoubleVector smooth = smooth(in, i, j);
            DoubleVector years = DoubleVector.fromArray(SPECIES, in.expiryYears(), i);
            DoubleVector halfTime = constant(0.5).div(VectorMath.atLeast(years, LEAST_DEVIATION));
            DoubleVector carry =
                    DoubleVector.fromArray(SPECIES, in.rate(), i).mul(DoubleVector.fromArray(SPECIES, out.delta(), i));
            smooth.mul(DoubleVector.fromArray(SPECIES, d2, j))
                    .fma(halfTime, carry)
                    .intoArray(out.charm(), i);
            DoubleVector.fromArray(SPECIES, out.gamma(), i)
                    .neg()
                    .mul(DoubleVector.fromArray(SPECIES, d1, j).fma(deviationInverse, constant(1)))
                    .mul(inverted.div(deviationInverse))
                    .intoArray(out.speed(), i);
        }
    }

    private DoubleVector smooth(OptionColumns in, int i, int j) {
        return DoubleVector.fromArray(SPECIES, in.discount(), i).mul(DoubleVector.fromArray(SPECIES, density, j));
    }
}
