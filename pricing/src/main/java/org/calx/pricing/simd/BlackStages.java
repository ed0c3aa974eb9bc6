package org.calx.pricing.simd;

import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.calx.pricing.simd.VectorMath.SPECIES;
import static org.calx.pricing.simd.VectorMath.constant;
import static org.calx.pricing.vanilla.Domain.GREATEST_DEVIATION;
import static org.calx.pricing.vanilla.Domain.GREATEST_DISCOUNT;
import static org.calx.pricing.vanilla.Domain.GREATEST_PRICE;
import static org.calx.pricing.vanilla.Domain.GREATEST_SCORE;
import static org.calx.pricing.vanilla.Domain.LEAST_DEVIATION;
import static org.calx.pricing.vanilla.Domain.LEAST_PRICE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import org.calx.pricing.vanilla.OptionColumns;
import org.calx.pricing.vanilla.ValueColumns;
import org.calx.pricing.vanilla.VanillaModel;

/** The operations of {@code vanilla.BlackTerms} in stages over a block. */
final class BlackStages {
    private static final int STEP = SPECIES.length();

    private final double[] moneyness = new double[VectorKernel.BLOCK];
    private final double[] scratch = new double[VectorKernel.BLOCK];
    private final double[] inverse = new double[VectorKernel.BLOCK];
    private final double[] d1 = new double[VectorKernel.BLOCK];
    private final double[] d2 = new double[VectorKernel.BLOCK];
    private final double[] density = new double[VectorKernel.BLOCK];
    private final double[] smooth = new double[VectorKernel.BLOCK];
    private final double[] ratio1 = new double[VectorKernel.BLOCK];
    private final double[] ratio2 = new double[VectorKernel.BLOCK];

    private final Stage[] five = {
        this::logarithms,
        this::scores,
        (in, out, from, to) -> VectorMath.densities(d1, density, to - from),
        this::reciprocals,
        (in, out, from, to) -> VectorMath.millsOf(ratio1, scratch, to - from),
        (in, out, from, to) -> VectorMath.millsOf(ratio2, scratch, to - from),
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
        return inside(in, from, to) ? 0 : Outside.mark(VanillaModel.BLACK76, in, out, from, to, all);
    }

    private void logarithms(OptionColumns in, ValueColumns out, int from, int to) {
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            DoubleVector forward = DoubleVector.fromArray(SPECIES, in.forward(), i);
            DoubleVector strike = DoubleVector.fromArray(SPECIES, in.strike(), i);
            VectorMath.logRatio(forward, strike).intoArray(moneyness, j);
        }
    }

    private void scores(OptionColumns in, ValueColumns out, int from, int to) {
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            DoubleVector forward = DoubleVector.fromArray(SPECIES, in.forward(), i);
            DoubleVector deviation = DoubleVector.fromArray(SPECIES, in.volatility(), i)
                    .mul(DoubleVector.fromArray(SPECIES, in.rootExpiry(), i))
                    .max(LEAST_DEVIATION);
            DoubleVector inverted = constant(1).div(forward.mul(deviation));
            inverted.intoArray(inverse, j);
            DoubleVector scaled = DoubleVector.fromArray(SPECIES, moneyness, j).mul(forward.mul(inverted));
            deviation
                    .fma(constant(0.5), scaled)
                    .max(-GREATEST_SCORE)
                    .min(GREATEST_SCORE)
                    .intoArray(d1, j);
            deviation
                    .fma(constant(-0.5), scaled)
                    .max(-GREATEST_SCORE)
                    .min(GREATEST_SCORE)
                    .intoArray(d2, j);
        }
    }

    private void reciprocals(OptionColumns in, ValueColumns out, int from, int to) {
        for (int j = 0; j < to - from; j += STEP) {
            DoubleVector shifted1 = DoubleVector.fromArray(SPECIES, d1, j).abs().add(4);
            DoubleVector shifted2 = DoubleVector.fromArray(SPECIES, d2, j).abs().add(4);
            DoubleVector both = constant(1).div(shifted1.mul(shifted2));
            shifted2.mul(both).intoArray(ratio1, j);
            shifted1.mul(both).intoArray(ratio2, j);
        }
    }

    private void prices(OptionColumns in, ValueColumns out, int from, int to) {
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            DoubleVector forward = DoubleVector.fromArray(SPECIES, in.forward(), i);
            DoubleVector strike = DoubleVector.fromArray(SPECIES, in.strike(), i);
            DoubleVector sign = DoubleVector.fromArray(SPECIES, in.sign(), i);
            DoubleVector forwardDensity = forward.mul(DoubleVector.fromArray(SPECIES, density, j));
            DoubleVector first = forwardDensity.mul(DoubleVector.fromArray(SPECIES, ratio1, j));
            DoubleVector second = forwardDensity.mul(DoubleVector.fromArray(SPECIES, ratio2, j));
            VectorMask<Double> out1 =
                    sign.mul(DoubleVector.fromArray(SPECIES, d1, j)).compare(LT, 0);
            VectorMask<Double> out2 =
                    sign.mul(DoubleVector.fromArray(SPECIES, d2, j)).compare(LT, 0);
            DoubleVector whole = forward.blend(0, out1).sub(strike.blend(0, out2));
            DoubleVector tails = first.neg().blend(first, out1).sub(second.neg().blend(second, out2));
            DoubleVector undiscounted = sign.mul(whole.add(tails)).max(0);
            DoubleVector.fromArray(SPECIES, in.discount(), i).mul(undiscounted).intoArray(out.price(), i);
        }
    }

    private void deltas(OptionColumns in, ValueColumns out, int from, int to) {
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            DoubleVector sign = DoubleVector.fromArray(SPECIES, in.sign(), i);
            DoubleVector discount = DoubleVector.fromArray(SPECIES, in.discount(), i);
            DoubleVector plain = DoubleVector.fromArray(SPECIES, density, j);
            DoubleVector tail = plain.mul(DoubleVector.fromArray(SPECIES, ratio1, j));
            VectorMask<Double> isOut =
                    sign.mul(DoubleVector.fromArray(SPECIES, d1, j)).compare(LT, 0);
            DoubleVector probability = constant(1).sub(tail).blend(tail, isOut);
            discount.mul(sign.mul(probability)).intoArray(out.delta(), i);
            DoubleVector deviation = DoubleVector.fromArray(SPECIES, in.volatility(), i)
                    .mul(DoubleVector.fromArray(SPECIES, in.rootExpiry(), i));
            discount.mul(plain.blend(0, deviation.compare(LT, LEAST_DEVIATION))).intoArray(smooth, j);
        }
    }

    private void curvatures(OptionColumns in, ValueColumns out, int from, int to) {
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            DoubleVector forward = DoubleVector.fromArray(SPECIES, in.forward(), i);
            DoubleVector smoothed = DoubleVector.fromArray(SPECIES, smooth, j);
            DoubleVector gamma = smoothed.mul(DoubleVector.fromArray(SPECIES, inverse, j));
            gamma.intoArray(out.gamma(), i);
            smoothed.mul(forward)
                    .mul(DoubleVector.fromArray(SPECIES, in.rootExpiry(), i))
                    .intoArray(out.vega(), i);
            DoubleVector move = forward.mul(DoubleVector.fromArray(SPECIES, in.volatility(), i));
            DoubleVector carry =
                    DoubleVector.fromArray(SPECIES, in.rate(), i).mul(DoubleVector.fromArray(SPECIES, out.price(), i));
            move.mul(move).mul(-0.5).fma(gamma, carry).intoArray(out.theta(), i);
        }
    }

    private static boolean inside(OptionColumns in, int from, int to) {
        int inside = 0;
        for (int i = from; i < to; i += STEP) {
            DoubleVector forward = DoubleVector.fromArray(SPECIES, in.forward(), i);
            DoubleVector strike = DoubleVector.fromArray(SPECIES, in.strike(), i);
            DoubleVector deviation = DoubleVector.fromArray(SPECIES, in.volatility(), i)
                    .mul(DoubleVector.fromArray(SPECIES, in.rootExpiry(), i));
            DoubleVector discount = DoubleVector.fromArray(SPECIES, in.discount(), i);
            VectorMask<Double> here = forward.min(strike)
                    .compare(GE, LEAST_PRICE)
                    .and(forward.max(strike).compare(LE, GREATEST_PRICE))
                    .and(deviation.compare(GE, 0))
                    .and(deviation.compare(LE, GREATEST_DEVIATION))
                    .and(discount.compare(GE, 1 / GREATEST_DISCOUNT))
                    .and(discount.compare(LE, GREATEST_DISCOUNT));
            inside += here.trueCount();
        }
        return inside == to - from;
    }

    private void higher(OptionColumns in, ValueColumns out, int from, int to) {
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            DoubleVector deviationInverse =
                    DoubleVector.fromArray(SPECIES, in.forward(), i).mul(DoubleVector.fromArray(SPECIES, inverse, j));
            DoubleVector perVolatility =
                    DoubleVector.fromArray(SPECIES, in.rootExpiry(), i).mul(deviationInverse);
            DoubleVector first = DoubleVector.fromArray(SPECIES, d1, j);
            DoubleVector second = DoubleVector.fromArray(SPECIES, d2, j);
            DoubleVector.fromArray(SPECIES, in.expiryYears(), i)
                    .neg()
                    .mul(DoubleVector.fromArray(SPECIES, out.price(), i))
                    .intoArray(out.rho(), i);
            DoubleVector.fromArray(SPECIES, smooth, j)
                    .neg()
                    .mul(second)
                    .mul(perVolatility)
                    .intoArray(out.vanna(), i);
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
            DoubleVector years = DoubleVector.fromArray(SPECIES, in.expiryYears(), i);
            DoubleVector halfTime = constant(0.5).div(years.max(LEAST_DEVIATION));
            DoubleVector carry =
                    DoubleVector.fromArray(SPECIES, in.rate(), i).mul(DoubleVector.fromArray(SPECIES, out.delta(), i));
            DoubleVector.fromArray(SPECIES, smooth, j)
                    .mul(DoubleVector.fromArray(SPECIES, d2, j))
                    .fma(halfTime, carry)
                    .intoArray(out.charm(), i);
            DoubleVector.fromArray(SPECIES, out.gamma(), i)
                    .neg()
                    .mul(DoubleVector.fromArray(SPECIES, d1, j).fma(deviationInverse, constant(1)))
                    .mul(inverted.div(deviationInverse))
                    .intoArray(out.speed(), i);
        }
    }
}
