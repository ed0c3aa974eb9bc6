package org.calx.pricing.simd;

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
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.calx.pricing.vanilla.Domain;
import org.calx.pricing.vanilla.OptionColumns;
import org.calx.pricing.vanilla.ScalarKernel;
import org.calx.pricing.vanilla.ValueColumns;
import org.calx.pricing.vanilla.VanillaModel;

/**
 * The operations of {@code vanilla.BlackTerms} in stages over a block. Options outside the domain, without volatility or more
 * than {@link Domain#GREATEST_SCORE} deviations away are flagged on the way and done again one by one.
 */
final class BlackStages {
    private static final int STEP = SPECIES.length();

    private final ScalarKernel scalar = new ScalarKernel();
    private final double[] inverse = VectorKernel.scratch();
    private final double[] d1 = VectorKernel.scratch();
    private final double[] d2 = VectorKernel.scratch();
    private final double[] density = VectorKernel.scratch();
    private final double[] above1 = VectorKernel.scratch();
    private final double[] below1 = VectorKernel.scratch();
    private final double[] above2 = VectorKernel.scratch();
    private final double[] below2 = VectorKernel.scratch();
    private long flags;

    private final Stage[] five = {
        this::quotients,
        this::scores,
        this::flags,
        (in, out, from, to) -> VectorMath.densities(d1, density, to - from),
        (in, out, from, to) -> VectorMath.mills(d1, above1, below1, to - from),
        (in, out, from, to) -> VectorMath.mills(d2, above2, below2, to - from),
        this::tails,
        this::prices,
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
        return flags >= 0 ? 0 : again(in, out, from, to, all);
    }

    /** What the logarithm of forward over strike is made of, and the inverse of forward times deviation. */
    private void quotients(OptionColumns in, ValueColumns out, int from, int to) {
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            DoubleVector forward = DoubleVector.fromArray(SPECIES, in.forward(), i);
            DoubleVector strike = DoubleVector.fromArray(SPECIES, in.strike(), i);
            DoubleVector scale = DoubleVector.fromArray(SPECIES, in.volatility(), i)
                    .mul(DoubleVector.fromArray(SPECIES, in.rootExpiry(), i))
                    .mul(forward);
            LongVector forwardOctave = VectorMath.octave(forward);
            LongVector strikeOctave = VectorMath.octave(strike);
            DoubleVector a = VectorMath.mantissa(forward, forwardOctave);
            DoubleVector b = VectorMath.mantissa(strike, strikeOctave);
            DoubleVector sum = a.add(b);
            DoubleVector shared = constant(1).div(sum.mul(scale));
            sum.mul(shared).intoArray(inverse, j);
            a.sub(b).mul(scale.mul(shared)).intoArray(d1, j);
            VectorMath.whole(forwardOctave.sub(strikeOctave)).intoArray(d2, j);
        }
    }

    private void scores(OptionColumns in, ValueColumns out, int from, int to) {
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            DoubleVector log =
                    VectorMath.logOf(DoubleVector.fromArray(SPECIES, d1, j), DoubleVector.fromArray(SPECIES, d2, j));
            DoubleVector deviation = DoubleVector.fromArray(SPECIES, in.volatility(), i)
                    .mul(DoubleVector.fromArray(SPECIES, in.rootExpiry(), i));
            DoubleVector moneyness = log.mul(
                    DoubleVector.fromArray(SPECIES, in.forward(), i).mul(DoubleVector.fromArray(SPECIES, inverse, j)));
            deviation.fma(constant(0.5), moneyness).intoArray(d1, j);
            deviation.fma(constant(-0.5), moneyness).intoArray(d2, j);
        }
    }

    private void flags(OptionColumns in, ValueColumns out, int from, int to) {
        LongVector all = LongVector.zero(LongVector.SPECIES_PREFERRED);
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            DoubleVector deviation = DoubleVector.fromArray(SPECIES, in.volatility(), i)
                    .mul(DoubleVector.fromArray(SPECIES, in.rootExpiry(), i));
            all = all.or(VectorMath.flag(DoubleVector.fromArray(SPECIES, in.forward(), i), LEAST_PRICE, GREATEST_PRICE))
                    .or(VectorMath.flag(DoubleVector.fromArray(SPECIES, in.strike(), i), LEAST_PRICE, GREATEST_PRICE))
                    .or(VectorMath.flag(deviation, LEAST_DEVIATION, GREATEST_DEVIATION))
                    .or(VectorMath.flag(
                            DoubleVector.fromArray(SPECIES, in.discount(), i),
                            1 / GREATEST_DISCOUNT,
                            GREATEST_DISCOUNT))
                    .or(VectorMath.flag(DoubleVector.fromArray(SPECIES, d1, j).abs(), 0, GREATEST_SCORE))
                    .or(VectorMath.flag(DoubleVector.fromArray(SPECIES, d2, j).abs(), 0, GREATEST_SCORE));
        }
        flags = all.reduceLanes(VectorOperators.OR);
    }

    /** {@code N(-|d1|)} and the forward times {@code n(d1) R(|d2|)}, in the place of the numerators. */
    private void tails(OptionColumns in, ValueColumns out, int from, int to) {
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            DoubleVector belowFirst = DoubleVector.fromArray(SPECIES, below1, j);
            DoubleVector belowSecond = DoubleVector.fromArray(SPECIES, below2, j);
            DoubleVector both = constant(1).div(belowFirst.mul(belowSecond));
            DoubleVector plain = DoubleVector.fromArray(SPECIES, density, j);
            plain.mul(DoubleVector.fromArray(SPECIES, above1, j).mul(belowSecond.mul(both)))
                    .intoArray(above1, j);
            DoubleVector.fromArray(SPECIES, in.forward(), i)
                    .mul(plain)
                    .mul(DoubleVector.fromArray(SPECIES, above2, j).mul(belowFirst.mul(both)))
                    .intoArray(above2, j);
        }
    }

    private void prices(OptionColumns in, ValueColumns out, int from, int to) {
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            DoubleVector sign = DoubleVector.fromArray(SPECIES, in.sign(), i);
            VectorMask<Double> out1 =
                    sign.mul(DoubleVector.fromArray(SPECIES, d1, j)).compare(LT, 0);
            VectorMask<Double> out2 =
                    sign.mul(DoubleVector.fromArray(SPECIES, d2, j)).compare(LT, 0);
            DoubleVector tail1 = DoubleVector.fromArray(SPECIES, above1, j);
            DoubleVector tail2 = DoubleVector.fromArray(SPECIES, above2, j);
            DoubleVector probability = constant(1).sub(tail1).blend(tail1, out1);
            DoubleVector strikePart =
                    DoubleVector.fromArray(SPECIES, in.strike(), i).sub(tail2).blend(tail2, out2);
            DoubleVector signed = sign.mul(DoubleVector.fromArray(SPECIES, in.discount(), i));
            signed.mul(probability).intoArray(out.delta(), i);
            DoubleVector whole =
                    DoubleVector.fromArray(SPECIES, in.forward(), i).fma(probability, strikePart.neg());
            VectorMath.atLeast(signed.mul(whole), 0).intoArray(out.price(), i);
        }
    }

    private void curvatures(OptionColumns in, ValueColumns out, int from, int to) {
        for (int i = from, j = 0; i < to; i += STEP, j += STEP) {
            DoubleVector forward = DoubleVector.fromArray(SPECIES, in.forward(), i);
            DoubleVector smooth = smooth(in, i, j);
            DoubleVector gamma = smooth.mul(DoubleVector.fromArray(SPECIES, inverse, j));
            gamma.intoArray(out.gamma(), i);
            smooth.mul(forward)
                    .mul(DoubleVector.fromArray(SPECIES, in.rootExpiry(), i))
                    .intoArray(out.vega(), i);
            DoubleVector move = forward.mul(DoubleVector.fromArray(SPECIES, in.volatility(), i));
            DoubleVector carry =
                    DoubleVector.fromArray(SPECIES, in.rate(), i).mul(DoubleVector.fromArray(SPECIES, out.price(), i));
            move.mul(move).mul(-0.5).fma(gamma, carry).intoArray(out.theta(), i);
        }
    }

    /** The rare path. @return how many are outside the domain */
    private int again(OptionColumns in, ValueColumns out, int from, int to, boolean all) {
        int outside = 0;
        for (int i = from; i < Math.min(to, in.size()); i++) {
            double deviation = in.volatility()[i] * in.rootExpiry()[i];
            boolean ordinary = Math.abs(d1[i - from]) <= GREATEST_SCORE
                    && Math.abs(d2[i - from]) <= GREATEST_SCORE
                    && deviation >= LEAST_DEVIATION
                    && Domain.holds(VanillaModel.BLACK76, in.forward()[i], in.strike()[i], deviation, in.discount()[i]);
            if (!ordinary) {
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
