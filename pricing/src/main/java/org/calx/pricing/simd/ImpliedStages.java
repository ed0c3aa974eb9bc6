package org.calx.pricing.simd;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.calx.pricing.simd.VectorMath.SPECIES;
import static org.calx.pricing.simd.VectorMath.constant;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import org.calx.pricing.implied.ImpliedKernel;
import org.calx.pricing.implied.ScalarImpliedKernel;
import org.calx.pricing.vanilla.OptionColumns;

/**
 * The method of {@code implied.NormalisedBlack} in stages over a block: the same guesses and objectives, and as many steps as the
 * block's last option needs, two at least. They are A. Householder's of the third order, whose error is the fourth power of the one
 * before, so that two are enough where the guess is within some percent. What has not converged, and whatever is out of the ordinary, is left to the
 * scalar kernel.
 */
public final class ImpliedStages implements ImpliedKernel {
    private static final int STEP = SPECIES.length();
    private static final int MOST_STEPS = 5;
    private static final double LAST_STEP = 1e-5;

    /** Ordinary: within these many e-folds of the money, and a time value between these shares of the greatest. */
    private static final double FARTHEST = 8;

    private static final double LEAST_SHARE = 1e-40;
    private static final double GREATEST_SHARE = 0.999;

    private final ImpliedGuess guess = new ImpliedGuess();
    private final ImpliedPrice price = new ImpliedPrice(guess);
    private final double[] logarithm = VectorKernel.scratch();
    private final double[] stride = VectorKernel.scratch();
    private double greatestStride;

    private final double[] scratch = VectorKernel.scratch();
    private final double[] curvature = VectorKernel.scratch();
    private final double[] turn = VectorKernel.scratch();

    private final VectorLoop[] steps = {
        this::ratios,
        length -> VectorMath.logTerms(logarithm, stride, logarithm, scratch, length),
        length -> VectorMath.logs(logarithm, scratch, length),
        this::strides,
        this::bends,
        this::move
    };

    @Override
    public int invert(OptionColumns options, double[] prices, double[] volatility) {
        int without = 0;
        for (int from = 0; from < options.length(); from += VectorKernel.BLOCK) {
            int to = Math.min(from + VectorKernel.BLOCK, options.length());
            invert(options, prices, from, to);
            for (int i = from; i < Math.min(to, options.size()); i++) {
                volatility[i] = isFound(i - from)
                        ? guess.deviation[i - from] / options.rootExpiry(i)
                        : ScalarImpliedKernel.invert(options, prices[i], i);
                without += Double.isNaN(volatility[i]) ? 1 : 0;
            }
        }
        return without;
    }

    private void invert(OptionColumns options, double[] prices, int from, int to) {
        guess.make(options, prices, from, to);
        for (int step = 0; step < MOST_STEPS; step++) {
            price.evaluate(to - from, step > 0);
            for (VectorLoop loop : steps) {
                loop.run(to - from);
            }
            if (step > 0 && greatestStride <= LAST_STEP) {
                return;
            }
        }
    }

    /** Whether the lane was ordinary and its last step small; false where something is not a number. */
    private boolean isFound(int j) {
        return guess.distance[j] <= FARTHEST
                && guess.share[j] >= LEAST_SHARE
                && guess.share[j] <= GREATEST_SHARE
                && Math.abs(stride[j]) <= LAST_STEP;
    }

    /** Of target over price below the inflection, above it of what is missing to the greatest price over what should be. */
    private void ratios(int length) {
        for (int j = 0; j < length; j += STEP) {
            DoubleVector target = DoubleVector.fromArray(SPECIES, guess.target, j);
            VectorMask<Double> lower = guess.lower(j);
            DoubleVector missing =
                    DoubleVector.fromArray(SPECIES, guess.greatest, j).sub(target);
            DoubleVector above =
                    DoubleVector.fromArray(SPECIES, price.complement, j).blend(target, lower);
            DoubleVector below = missing.blend(DoubleVector.fromArray(SPECIES, price.value, j), lower);
            above.intoArray(logarithm, j);
            below.intoArray(stride, j);
        }
    }

    /** Newton's steps, and in the place of the logarithms how much the objective bends more than the price. */
    private void strides(int length) {
        for (int j = 0; j < length; j += STEP) {
            DoubleVector log = DoubleVector.fromArray(SPECIES, logarithm, j);
            DoubleVector value = DoubleVector.fromArray(SPECIES, price.value, j);
            VectorMask<Double> lower = guess.lower(j);
            DoubleVector perSlope = DoubleVector.fromArray(SPECIES, price.complement, j)
                    .blend(value, lower)
                    .div(DoubleVector.fromArray(SPECIES, price.slope, j));
            DoubleVector logTarget = DoubleVector.fromArray(SPECIES, guess.logTarget, j);
            DoubleVector logValue = logTarget.sub(log);
            DoubleVector reciprocal = constant(1).div(logTarget.mul(logValue).mul(perSlope));
            DoubleVector lowNewton =
                    log.mul(logValue).mul(logValue).mul(perSlope).mul(perSlope).mul(reciprocal);
            DoubleVector perValue = logTarget.mul(logValue).mul(reciprocal);
            DoubleVector perLog = logTarget.mul(perSlope).mul(reciprocal);
            log.mul(perSlope).blend(lowNewton, lower).intoArray(stride, j);
            perValue.intoArray(logarithm, j);
            constant(0).blend(perLog, lower).intoArray(scratch, j);
        }
    }

    /** Second and third derivatives of the objective over its first; nothing but the price's where the price is the objective. */
    private void bends(int length) {
        for (int j = 0; j < length; j += STEP) {
            DoubleVector s = DoubleVector.fromArray(SPECIES, guess.deviation, j);
            DoubleVector target = DoubleVector.fromArray(SPECIES, guess.target, j);
            DoubleVector greatest = DoubleVector.fromArray(SPECIES, guess.greatest, j);
            VectorMask<Double> lower = guess.lower(j);
            VectorMask<Double> plain = target.compare(LT, greatest.mul(0.125)).andNot(lower);
            DoubleVector error = target.sub(DoubleVector.fromArray(SPECIES, price.value, j));
            DoubleVector.fromArray(SPECIES, stride, j)
                    .blend(error.div(DoubleVector.fromArray(SPECIES, price.slope, j)), plain)
                    .intoArray(stride, j);
            DoubleVector perLog = DoubleVector.fromArray(SPECIES, scratch, j);
            DoubleVector perValue =
                    DoubleVector.fromArray(SPECIES, logarithm, j).blend(0, plain);
            DoubleVector bent = perValue.mul(perLog.fma(constant(2), constant(1)));
            DoubleVector bend = bent.blend(bent.neg(), lower);
            DoubleVector slant = DoubleVector.fromArray(SPECIES, price.h, j).div(s);
            DoubleVector ofPrice = DoubleVector.fromArray(SPECIES, price.h, j).fma(slant, s.mul(-0.25));
            DoubleVector third = ofPrice.fma(ofPrice, slant.mul(slant).fma(constant(-3), constant(-0.25)));
            third = bend.fma(bend.fma(constant(2), ofPrice.mul(3)), third);
            DoubleVector logs = perValue.mul(perValue).mul(perLog.fma(perLog, perLog));
            logs.fma(constant(-2), third).intoArray(turn, j);
            ofPrice.add(bend).intoArray(curvature, j);
        }
    }

    private void move(int length) {
        DoubleVector most = constant(0);
        for (int j = 0; j < length; j += STEP) {
            DoubleVector s = DoubleVector.fromArray(SPECIES, guess.deviation, j);
            DoubleVector newton = DoubleVector.fromArray(SPECIES, stride, j);
            DoubleVector second = DoubleVector.fromArray(SPECIES, curvature, j);
            DoubleVector third = DoubleVector.fromArray(SPECIES, turn, j);
            DoubleVector above = newton.fma(second.mul(0.5), constant(1));
            DoubleVector below = newton.fma(newton.fma(third.mul(1.0 / 6), second), constant(1));
            DoubleVector shares = newton.div(s).mul(VectorMath.clamped(above.div(below), 0.5, 2));
            DoubleVector bounded = VectorMath.clamped(shares, -0.6, 2);
            bounded.intoArray(stride, j);
            s.fma(bounded, s).intoArray(guess.deviation, j);
            DoubleVector size = bounded.abs();
            most = most.blend(size, size.compare(GT, most));
        }
        greatestStride = most.reduceLanes(jdk.incubator.vector.VectorOperators.MAX);
    }

    /** A pass over a block's scratch memory. */
    @FunctionalInterface
    interface VectorLoop {
        void run(int length);
    }
}
