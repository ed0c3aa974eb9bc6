package org.calx.pricing.simd;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.MIN;
import static jdk.incubator.vector.VectorOperators.OR;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.calx.pricing.numeric.Coefficients.*;
import static org.calx.pricing.simd.VectorMath.SPECIES;
import static org.calx.pricing.simd.VectorMath.constant;
import static org.calx.pricing.vanilla.Domain.GREATEST_SCORE;
import static org.calx.pricing.vanilla.Domain.LEAST_DEVIATION;
import static org.calx.pricing.vanilla.Domain.LEAST_SHARED_DEVIATION;
import static org.calx.pricing.vanilla.OptionColumns.*;
import static org.calx.pricing.vanilla.ValueColumns.*;

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
 * only until 8,000 bytecodes are inlined, which some thirty operations use up, and boxes what is handed to them after that. What
 * stages hand on lies in one array, since a base register for each of several would leave too few for the columns.
 */
final class BlackStages {
    private static final int STEP = SPECIES.length();

    /** Forwards and discounts are ordinary from 2^-64 to below 2^64. */
    private static final long LEAST_BITS = Double.doubleToRawLongBits(0x1p-64);

    /** Deviations are ordinary from 2^-126 to below 4. */
    private static final long LEAST_DEVIATION_BITS = Double.doubleToRawLongBits(0x1p-126);

    /** Of the bits of an ordinary number less those of the least one. */
    private static final int WIDTH_BITS = 59;

    /** A rounded {@code -d^2 log2(e) / 2} that is not more is of a score which may be beyond the greatest. */
    private static final long FAR_BITS = ROUNDER_BITS - (long) (GREATEST_SCORE * GREATEST_SCORE * HALF_LOG2_E);

    private static final int SLOT = VectorKernel.BLOCK + VectorKernel.GAP;
    private static final int INVERSE = 0;
    private static final int FIRST = SLOT;
    private static final int SECOND = 2 * SLOT;
    private static final int DENSITY = 3 * SLOT;
    private static final int TAIL = 4 * SLOT;

    private final ScalarKernel scalar = new ScalarKernel();
    private final double[] scratch = new double[5 * SLOT];
    private boolean ordinary;
    private boolean far;

    private final Stage[] untilTails = {this::scores, this::firstTails};
    private final Stage[] clamped = {this::clamp, this::firstTails};
    private final Stage[] figures = {this::values};
    private final Stage[] higher = {this::higher, this::charmAndSpeed};

    /** Values the options from {@code from} to before {@code to}. @return how many are outside the domain */
    int value(OptionColumns in, ValueColumns out, int from, int to, boolean all) {
        run(untilTails, in, out, from, to);
        if (far && ordinary) {
            run(clamped, in, out, from, to);
        }
        run(figures, in, out, from, to);
        if (all) {
            run(higher, in, out, from, to);
        }
        return ordinary ? 0 : again(in, out, from, to, all);
    }

    private static void run(Stage[] stages, OptionColumns in, ValueColumns out, int from, int to) {
        for (Stage stage : stages) {
            stage.run(in, out, from, to);
        }
    }

    /**
     * Scores, the inverse of forward times deviation, and whether forwards, discounts and deviations are ordinary. A strike
     * that is no positive normal number is taken for one hundreds of octaves from an ordinary forward, so it has a far score.
     */
    private void scores(OptionColumns in, ValueColumns out, int from, int to) {
        LongVector widths = LongVector.zero(LongVector.SPECIES_PREFERRED);
        double[] inputs = in.cells();
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            int at = OptionColumns.group(i);
            DoubleVector forward = DoubleVector.fromArray(SPECIES, inputs, at + FORWARD);
            DoubleVector deviation = DoubleVector.fromArray(SPECIES, inputs, at + VOLATILITY)
                    .mul(DoubleVector.fromArray(SPECIES, inputs, at + ROOT_EXPIRY));
            LongVector f = forward.reinterpretAsLongs();
            LongVector k = DoubleVector.fromArray(SPECIES, inputs, at + STRIKE).reinterpretAsLongs();
            LongVector discount =
                    DoubleVector.fromArray(SPECIES, inputs, at + DISCOUNT).reinterpretAsLongs();
            widths = widths.or(f.sub(LEAST_BITS)).or(discount.sub(LEAST_BITS));
            widths = widths.or(deviation.reinterpretAsLongs().sub(LEAST_DEVIATION_BITS));
            LongVector octaves = f.sub(k).add(HALF_OCTAVE_BITS).lanewise(ASHR, 52);
            DoubleVector raised = k.add(octaves.lanewise(LSHL, 52)).reinterpretAsDoubles();
            DoubleVector sum = forward.add(raised);
            DoubleVector scale = forward.mul(deviation);
            DoubleVector shared = DoubleVector.broadcast(SPECIES, 1).div(sum.mul(scale));
            DoubleVector inverted = sum.mul(shared);
            inverted.intoArray(scratch, INVERSE + j);
            DoubleVector s = forward.sub(raised).mul(scale).mul(shared);
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
            DoubleVector first = log.fma(forward.mul(inverted), deviation.mul(0.5));
            first.intoArray(scratch, FIRST + j);
            first.sub(deviation).intoArray(scratch, SECOND + j);
        }
        ordinary = widths.reduceLanes(OR) >>> WIDTH_BITS == 0;
    }

    /** Density at the first score, {@code N(-|d1|)}, and whether a first score may be beyond the greatest that counts. */
    private void firstTails(OptionColumns in, ValueColumns out, int from, int to) {
        LongVector least = LongVector.broadcast(LongVector.SPECIES_PREFERRED, Long.MAX_VALUE);
        for (int j = 0; j < to - from; j += STEP) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, scratch, FIRST + j).abs();
            DoubleVector square = x.mul(x);
            DoubleVector shifted = square.lanewise(FMA, -HALF_LOG2_E, ROUNDER);
            least = least.min(shifted.reinterpretAsLongs());
            DoubleVector whole = DoubleVector.broadcast(SPECIES, ROUNDER).sub(shifted);
            DoubleVector r = square.lanewise(FMA, DoubleVector.broadcast(SPECIES, -HALF_LOG2_E), whole);
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
            plain.intoArray(scratch, DENSITY + j);
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
            plain.mul(a.div(b)).intoArray(scratch, TAIL + j);
        }
        far = least.reduceLanes(MIN) <= FAR_BITS;
    }

    /** Takes far scores to the greatest that counts, and looks at the strikes, which far scores may be of. */
    private void clamp(OptionColumns in, ValueColumns out, int from, int to) {
        long strikes = 0;
        double[] inputs = in.cells();
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            int at = OptionColumns.group(i);
            DoubleVector first = DoubleVector.fromArray(SPECIES, scratch, FIRST + j);
            VectorMask<Double> beyond = first.abs().compare(GT, GREATEST_SCORE);
            VectorMath.clamped(first, -GREATEST_SCORE, GREATEST_SCORE).intoArray(scratch, FIRST + j);
            DoubleVector second = DoubleVector.fromArray(SPECIES, scratch, SECOND + j);
            second.blend(VectorMath.clamped(second, -GREATEST_SCORE, GREATEST_SCORE), beyond)
                    .intoArray(scratch, SECOND + j);
            LongVector strike =
                    DoubleVector.fromArray(SPECIES, inputs, at + STRIKE).reinterpretAsLongs();
            strikes |= strike.sub(LEAST_BITS).reduceLanes(OR);
        }
        ordinary = strikes >>> WIDTH_BITS == 0;
    }

    /**
     * The forward times {@code n(d1) R(|d2|)}, which is the strike times {@code N(-|d2|)}, and the five figures. A probability is
     * its tail, or 1 less it where the option's sign times the score's is 1: both are fused from that sign.
     */
    private void values(OptionColumns in, ValueColumns out, int from, int to) {
        LongVector signBit = LongVector.broadcast(LongVector.SPECIES_PREFERRED, Long.MIN_VALUE);
        double[] inputs = in.cells();
        double[] results = out.cells();
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            int at = OptionColumns.group(i);
            int into = ValueColumns.group(i);
            DoubleVector score = DoubleVector.fromArray(SPECIES, scratch, SECOND + j);
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
            DoubleVector forward = DoubleVector.fromArray(SPECIES, inputs, at + FORWARD);
            DoubleVector sign = DoubleVector.fromArray(SPECIES, inputs, at + SIGN);
            LongVector signs = sign.reinterpretAsLongs();
            DoubleVector first = DoubleVector.fromArray(SPECIES, scratch, FIRST + j);
            DoubleVector in1 =
                    signs.lanewise(XOR, first.reinterpretAsLongs().and(signBit)).reinterpretAsDoubles();
            DoubleVector in2 =
                    signs.lanewise(XOR, score.reinterpretAsLongs().and(signBit)).reinterpretAsDoubles();
            DoubleVector tail = DoubleVector.fromArray(SPECIES, scratch, TAIL + j);
            DoubleVector probability = in1.lanewise(FMA, 0.5, 0.5).sub(in1.mul(tail));
            DoubleVector plain = DoubleVector.fromArray(SPECIES, scratch, DENSITY + j);
            DoubleVector scaled = forward.mul(plain);
            DoubleVector strike = DoubleVector.fromArray(SPECIES, inputs, at + STRIKE);
            DoubleVector owed =
                    in2.fma(scaled.mul(a.div(b)), in2.lanewise(FMA, -0.5, -0.5).mul(strike));
            DoubleVector discount = DoubleVector.fromArray(SPECIES, inputs, at + DISCOUNT);
            DoubleVector signed = sign.mul(discount);
            signed.mul(probability).intoArray(results, into + DELTA);
            LongVector bits = signed.mul(forward.fma(probability, owed)).reinterpretAsLongs();
            DoubleVector price = bits.max(0).reinterpretAsDoubles();
            price.intoArray(results, into + PRICE);
            DoubleVector gamma = discount.mul(plain).mul(DoubleVector.fromArray(SPECIES, scratch, INVERSE + j));
            gamma.intoArray(results, into + GAMMA);
            DoubleVector root = DoubleVector.fromArray(SPECIES, inputs, at + ROOT_EXPIRY);
            discount.mul(scaled).mul(root).intoArray(results, into + VEGA);
            DoubleVector move = forward.mul(DoubleVector.fromArray(SPECIES, inputs, at + VOLATILITY));
            DoubleVector rate = DoubleVector.fromArray(SPECIES, inputs, at + RATE);
            DoubleVector decay = move.mul(move).mul(-0.5);
            decay.lanewise(FMA, gamma, rate.mul(price)).intoArray(results, into + THETA);
        }
    }

    /** The rare path. @return how many are outside the domain */
    private int again(OptionColumns in, ValueColumns out, int from, int to, boolean all) {
        int outside = 0;
        for (int i = from; i < Math.min(to, in.size()); i++) {
            double deviation = in.volatility(i) * in.rootExpiry(i);
            boolean isDone = Math.abs(scratch[FIRST + i - from]) < GREATEST_SCORE
                    && deviation >= LEAST_SHARED_DEVIATION
                    && Domain.holds(VanillaModel.BLACK76, in.forward(i), in.strike(i), deviation, in.discount(i));
            if (!isDone) {
                outside += scalar.isValued(VanillaModel.BLACK76, in, out, i, all) ? 0 : 1;
            }
        }
        return outside;
    }

    private void higher(OptionColumns in, ValueColumns out, int from, int to) {
        double[] inputs = in.cells();
        double[] results = out.cells();
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            int at = OptionColumns.group(i);
            int into = ValueColumns.group(i);
            DoubleVector deviationInverse = DoubleVector.fromArray(SPECIES, inputs, at + FORWARD)
                    .mul(DoubleVector.fromArray(SPECIES, scratch, INVERSE + j));
            DoubleVector perVolatility =
                    DoubleVector.fromArray(SPECIES, inputs, at + ROOT_EXPIRY).mul(deviationInverse);
            DoubleVector first = DoubleVector.fromArray(SPECIES, scratch, FIRST + j);
            DoubleVector second = DoubleVector.fromArray(SPECIES, scratch, SECOND + j);
            DoubleVector smooth = smooth(inputs, at, j);
            DoubleVector.fromArray(SPECIES, inputs, at + EXPIRY_YEARS)
                    .neg()
                    .mul(DoubleVector.fromArray(SPECIES, results, into + PRICE))
                    .intoArray(results, into + RHO);
            smooth.neg().mul(second).mul(perVolatility).intoArray(results, into + VANNA);
            DoubleVector.fromArray(SPECIES, results, into + VEGA)
                    .mul(first)
                    .mul(second)
                    .mul(perVolatility)
                    .intoArray(results, into + VOLGA);
        }
    }

    private void charmAndSpeed(OptionColumns in, ValueColumns out, int from, int to) {
        double[] inputs = in.cells();
        double[] results = out.cells();
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            int at = OptionColumns.group(i);
            int into = ValueColumns.group(i);
            DoubleVector inverted = DoubleVector.fromArray(SPECIES, scratch, INVERSE + j);
            DoubleVector deviationInverse =
                    DoubleVector.fromArray(SPECIES, inputs, at + FORWARD).mul(inverted);
            DoubleVector smooth = smooth(inputs, at, j);
            DoubleVector years = DoubleVector.fromArray(SPECIES, inputs, at + EXPIRY_YEARS);
            DoubleVector halfTime = constant(0.5).div(VectorMath.atLeast(years, LEAST_DEVIATION));
            DoubleVector carry = DoubleVector.fromArray(SPECIES, inputs, at + RATE)
                    .mul(DoubleVector.fromArray(SPECIES, results, into + DELTA));
            smooth.mul(DoubleVector.fromArray(SPECIES, scratch, SECOND + j))
                    .fma(halfTime, carry)
                    .intoArray(results, into + CHARM);
            DoubleVector.fromArray(SPECIES, results, into + GAMMA)
                    .neg()
                    .mul(DoubleVector.fromArray(SPECIES, scratch, FIRST + j).fma(deviationInverse, constant(1)))
                    .mul(inverted.div(deviationInverse))
                    .intoArray(results, into + SPEED);
        }
    }

    private DoubleVector smooth(double[] inputs, int at, int j) {
        return DoubleVector.fromArray(SPECIES, inputs, at + DISCOUNT)
                .mul(DoubleVector.fromArray(SPECIES, scratch, DENSITY + j));
    }
}
