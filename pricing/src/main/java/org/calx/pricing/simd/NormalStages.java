package org.calx.pricing.simd;

import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.calx.pricing.simd.VectorMath.SPECIES;
import static org.calx.pricing.simd.VectorMath.constant;
import static org.calx.pricing.vanilla.Domain.GREATEST_DISCOUNT;
import static org.calx.pricing.vanilla.Domain.GREATEST_PRICE;
import static org.calx.pricing.vanilla.Domain.GREATEST_SCORE;
import static org.calx.pricing.vanilla.Domain.LEAST_DEVIATION;
import static org.calx.pricing.vanilla.OptionColumns.*;
import static org.calx.pricing.vanilla.ValueColumns.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import org.calx.pricing.vanilla.OptionColumns;
import org.calx.pricing.vanilla.ValueColumns;
import org.calx.pricing.vanilla.VanillaModel;

/** The operations of {@code vanilla.NormalTerms} in stages over a block. */
final class NormalStages {
    private static final int STEP = SPECIES.length();

    private final double[] inverse = VectorKernel.scratch();
    private final double[] score = VectorKernel.scratch();
    private final double[] density = VectorKernel.scratch();
    private final double[] smooth = VectorKernel.scratch();
    private final double[] ratio = VectorKernel.scratch();
    private final double[] below = VectorKernel.scratch();

    private final Stage[] five = {
        this::scores,
        (in, out, from, to) -> VectorMath.densities(score, density, to - from),
        (in, out, from, to) -> VectorMath.mills(score, ratio, below, to - from),
        this::quotients,
        this::prices,
        this::deltas,
        this::curvatures
    };
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
        return inside(in, from, to) ? 0 : Outside.mark(VanillaModel.BACHELIER, in, out, from, to, all);
    }

    private void scores(OptionColumns in, ValueColumns out, int from, int to) {
        double[] inputs = in.cells();
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            int at = OptionColumns.group(i);
            DoubleVector deviation = VectorMath.atLeast(
                    DoubleVector.fromArray(SPECIES, inputs, at + VOLATILITY)
                            .mul(DoubleVector.fromArray(SPECIES, inputs, at + ROOT_EXPIRY)),
                    LEAST_DEVIATION);
            DoubleVector inverted = constant(1).div(deviation);
            inverted.intoArray(inverse, j);
            DoubleVector distance = DoubleVector.fromArray(SPECIES, inputs, at + FORWARD)
                    .sub(DoubleVector.fromArray(SPECIES, inputs, at + STRIKE))
                    .mul(inverted);
            VectorMath.clamped(distance, -GREATEST_SCORE, GREATEST_SCORE).intoArray(score, j);
        }
    }

    private void quotients(OptionColumns in, ValueColumns out, int from, int to) {
        for (int j = 0; j < to - from; j += STEP) {
            DoubleVector above = DoubleVector.fromArray(SPECIES, ratio, j);
            above.div(DoubleVector.fromArray(SPECIES, below, j)).intoArray(ratio, j);
        }
    }

    private void prices(OptionColumns in, ValueColumns out, int from, int to) {
        double[] inputs = in.cells();
        double[] results = out.cells();
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            int at = OptionColumns.group(i);
            int into = ValueColumns.group(i);
            DoubleVector difference = DoubleVector.fromArray(SPECIES, inputs, at + FORWARD)
                    .sub(DoubleVector.fromArray(SPECIES, inputs, at + STRIKE));
            DoubleVector deviation = DoubleVector.fromArray(SPECIES, inputs, at + VOLATILITY)
                    .mul(DoubleVector.fromArray(SPECIES, inputs, at + ROOT_EXPIRY));
            DoubleVector distance = DoubleVector.fromArray(SPECIES, score, j).abs();
            DoubleVector timeValue = deviation
                    .mul(DoubleVector.fromArray(SPECIES, density, j))
                    .mul(distance.neg().fma(DoubleVector.fromArray(SPECIES, ratio, j), constant(1)));
            DoubleVector payoff = VectorMath.atLeast(
                    DoubleVector.fromArray(SPECIES, inputs, at + SIGN).mul(difference), 0);
            DoubleVector.fromArray(SPECIES, inputs, at + DISCOUNT)
                    .mul(payoff.add(timeValue))
                    .intoArray(results, into + PRICE);
        }
    }

    private void deltas(OptionColumns in, ValueColumns out, int from, int to) {
        double[] inputs = in.cells();
        double[] results = out.cells();
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            int at = OptionColumns.group(i);
            int into = ValueColumns.group(i);
            DoubleVector sign = DoubleVector.fromArray(SPECIES, inputs, at + SIGN);
            DoubleVector discount = DoubleVector.fromArray(SPECIES, inputs, at + DISCOUNT);
            DoubleVector plain = DoubleVector.fromArray(SPECIES, density, j);
            DoubleVector tail = plain.mul(DoubleVector.fromArray(SPECIES, ratio, j));
            VectorMask<Double> isOut =
                    sign.mul(DoubleVector.fromArray(SPECIES, score, j)).compare(LT, 0);
            DoubleVector probability = constant(1).sub(tail).blend(tail, isOut);
            discount.mul(sign.mul(probability)).intoArray(results, into + DELTA);
            DoubleVector deviation = DoubleVector.fromArray(SPECIES, inputs, at + VOLATILITY)
                    .mul(DoubleVector.fromArray(SPECIES, inputs, at + ROOT_EXPIRY));
            discount.mul(plain.blend(0, deviation.compare(LT, LEAST_DEVIATION))).intoArray(smooth, j);
        }
    }

    private void curvatures(OptionColumns in, ValueColumns out, int from, int to) {
        double[] inputs = in.cells();
        double[] results = out.cells();
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            int at = OptionColumns.group(i);
            int into = ValueColumns.group(i);
            DoubleVector smoothed = DoubleVector.fromArray(SPECIES, smooth, j);
            DoubleVector gamma = smoothed.mul(DoubleVector.fromArray(SPECIES, inverse, j));
            gamma.intoArray(results, into + GAMMA);
            smoothed.mul(DoubleVector.fromArray(SPECIES, inputs, at + ROOT_EXPIRY))
                    .intoArray(results, into + VEGA);
            DoubleVector volatility = DoubleVector.fromArray(SPECIES, inputs, at + VOLATILITY);
            DoubleVector carry = DoubleVector.fromArray(SPECIES, inputs, at + RATE)
                    .mul(DoubleVector.fromArray(SPECIES, results, into + PRICE));
            volatility.mul(volatility).mul(-0.5).fma(gamma, carry).intoArray(results, into + THETA);
        }
    }

    private static boolean inside(OptionColumns in, int from, int to) {
        int inside = 0;
        double[] inputs = in.cells();
        for (int i = from; i < to; i += STEP) {
            int at = OptionColumns.group(i);
            DoubleVector forward =
                    DoubleVector.fromArray(SPECIES, inputs, at + FORWARD).abs();
            DoubleVector strike =
                    DoubleVector.fromArray(SPECIES, inputs, at + STRIKE).abs();
            DoubleVector deviation = DoubleVector.fromArray(SPECIES, inputs, at + VOLATILITY)
                    .mul(DoubleVector.fromArray(SPECIES, inputs, at + ROOT_EXPIRY));
            DoubleVector discount = DoubleVector.fromArray(SPECIES, inputs, at + DISCOUNT);
            VectorMask<Double> here = forward.compare(LE, GREATEST_PRICE)
                    .and(strike.compare(LE, GREATEST_PRICE))
                    .and(deviation.compare(GE, 0))
                    .and(deviation.compare(LE, GREATEST_PRICE))
                    .and(discount.compare(GE, 1 / GREATEST_DISCOUNT))
                    .and(discount.compare(LE, GREATEST_DISCOUNT));
            inside += here.trueCount();
        }
        return inside == to - from;
    }

    private void higher(OptionColumns in, ValueColumns out, int from, int to) {
        double[] inputs = in.cells();
        double[] results = out.cells();
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            int at = OptionColumns.group(i);
            int into = ValueColumns.group(i);
            DoubleVector perVolatility = DoubleVector.fromArray(SPECIES, inputs, at + ROOT_EXPIRY)
                    .mul(DoubleVector.fromArray(SPECIES, inverse, j));
            DoubleVector d = DoubleVector.fromArray(SPECIES, score, j);
            DoubleVector.fromArray(SPECIES, inputs, at + EXPIRY_YEARS)
                    .neg()
                    .mul(DoubleVector.fromArray(SPECIES, results, into + PRICE))
                    .intoArray(results, into + RHO);
            DoubleVector.fromArray(SPECIES, smooth, j)
                    .neg()
                    .mul(d)
                    .mul(perVolatility)
                    .intoArray(results, into + VANNA);
            DoubleVector.fromArray(SPECIES, results, into + VEGA)
                    .mul(d)
                    .mul(d)
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
            DoubleVector d = DoubleVector.fromArray(SPECIES, score, j);
            DoubleVector years = DoubleVector.fromArray(SPECIES, inputs, at + EXPIRY_YEARS);
            DoubleVector halfTime = constant(0.5).div(VectorMath.atLeast(years, LEAST_DEVIATION));
            DoubleVector carry = DoubleVector.fromArray(SPECIES, inputs, at + RATE)
                    .mul(DoubleVector.fromArray(SPECIES, results, into + DELTA));
            DoubleVector.fromArray(SPECIES, smooth, j)
                    .mul(d)
                    .fma(halfTime, carry)
                    .intoArray(results, into + CHARM);
            DoubleVector.fromArray(SPECIES, results, into + GAMMA)
                    .neg()
                    .mul(d)
                    .mul(DoubleVector.fromArray(SPECIES, inverse, j))
                    .intoArray(results, into + SPEED);
        }
    }
}
