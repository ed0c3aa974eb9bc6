package org.calx.pricing.simd;

import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.SQRT;
import static org.calx.pricing.numeric.Coefficients.INVERSE_ROOT_TWO_PI;
import static org.calx.pricing.simd.VectorMath.SPECIES;
import static org.calx.pricing.simd.VectorMath.constant;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import org.calx.pricing.implied.WingGuess;
import org.calx.pricing.numeric.Coefficients;
import org.calx.pricing.numeric.Normal;
import org.calx.pricing.vanilla.OptionColumns;

/** The first guesses of {@code implied.NormalisedBlack}, over a block. */
final class ImpliedGuess {
    private static final int STEP = SPECIES.length();
    private static final double ROOT_HALF_PI = Coefficients.ABOVE_0;

    /** Magnitude of the logarithm of forward over strike. */
    final double[] distance = VectorKernel.scratch();

    /** Time value over the lesser of forward and strike. */
    final double[] share = VectorKernel.scratch();

    /** Normalised: the price, the greatest price, and the price at the inflection point. */
    final double[] target = VectorKernel.scratch();

    final double[] greatest = VectorKernel.scratch();
    final double[] atInflection = VectorKernel.scratch();
    final double[] logTarget = VectorKernel.scratch();

    /** Volatility times root of time. */
    final double[] deviation = VectorKernel.scratch();

    private final double[] root = VectorKernel.scratch();
    private final double[] above = VectorKernel.scratch();
    private final double[] below = VectorKernel.scratch();
    private final double[] remaining = VectorKernel.scratch();
    private final double[] quantile = VectorKernel.scratch();
    private final double[] low = VectorKernel.scratch();
    private final double[] scratch = VectorKernel.scratch();
    private final double[] ones = VectorKernel.scratch();

    private OptionColumns options;
    private double[] prices;
    private int first;

    private final ImpliedStages.VectorLoop[] loops = {
        this::shares,
        length -> VectorMath.logTerms(above, below, distance, scratch, length),
        length -> VectorMath.logs(distance, scratch, length),
        this::normalise,
        length -> VectorMath.mills(quantile, above, below, length),
        this::inflections,
        length -> VectorMath.mills(root, above, below, length),
        length -> VectorMath.densities(root, scratch, length),
        this::remainders,
        length -> VectorMath.logTerms(target, ones, logTarget, scratch, length),
        length -> VectorMath.logs(logTarget, scratch, length),
        length -> VectorMath.logTerms(remaining, ones, quantile, scratch, length),
        length -> VectorMath.logs(quantile, scratch, length),
        length -> VectorMath.logTerms(target, distance, low, scratch, length),
        length -> VectorMath.logs(low, scratch, length),
        this::tailQuantiles,
        this::centralQuantiles,
        this::lowGuesses,
        this::choose
    };

    ImpliedGuess() {
        Arrays.fill(ones, 1);
    }

    /** Makes guesses for the options from {@code from} to before {@code to}. */
    void make(OptionColumns in, double[] price, int from, int to) {
        options = in;
        prices = price;
        first = from;
        for (ImpliedStages.VectorLoop loop : loops) {
            loop.run(to - from);
        }
    }

    VectorMask<Double> lower(int j) {
        return DoubleVector.fromArray(SPECIES, target, j).compare(LT, DoubleVector.fromArray(SPECIES, atInflection, j));
    }

    private void shares(int length) {
        double[] inputs = options.cells();
        for (int i = first, j = 0; j < length; i += STEP, j += STEP) {
            int at = OptionColumns.group(i);
            DoubleVector forward = DoubleVector.fromArray(SPECIES, inputs, at + OptionColumns.FORWARD);
            DoubleVector strike = DoubleVector.fromArray(SPECIES, inputs, at + OptionColumns.STRIKE);
            DoubleVector payoff = VectorMath.atLeast(
                    DoubleVector.fromArray(SPECIES, inputs, at + OptionColumns.SIGN)
                            .mul(forward.sub(strike)),
                    0);
            DoubleVector least = forward.blend(strike, strike.compare(LT, forward));
            DoubleVector.fromArray(SPECIES, prices, i)
                    .div(DoubleVector.fromArray(SPECIES, inputs, at + OptionColumns.DISCOUNT))
                    .sub(payoff)
                    .div(least)
                    .intoArray(share, j);
            forward.intoArray(above, j);
            strike.intoArray(below, j);
        }
    }

    private void normalise(int length) {
        for (int j = 0; j < length; j += STEP) {
            DoubleVector far = VectorMath.clamped(
                    DoubleVector.fromArray(SPECIES, distance, j).abs(), 0, 100);
            far.intoArray(distance, j);
            DoubleVector most = VectorMath.exp(far.mul(-0.5));
            most.intoArray(greatest, j);
            most.mul(DoubleVector.fromArray(SPECIES, share, j)).intoArray(target, j);
            DoubleVector half = far.mul(0.5).lanewise(SQRT);
            half.intoArray(root, j);
            half.add(half).intoArray(quantile, j);
        }
    }

    private void inflections(int length) {
        for (int j = 0; j < length; j += STEP) {
            DoubleVector mills =
                    DoubleVector.fromArray(SPECIES, above, j).div(DoubleVector.fromArray(SPECIES, below, j));
            DoubleVector.fromArray(SPECIES, greatest, j)
                    .mul(INVERSE_ROOT_TWO_PI)
                    .mul(constant(ROOT_HALF_PI).sub(mills))
                    .intoArray(atInflection, j);
        }
    }

    /** The share of the distribution beyond the guess: what is missing to the greatest price, scaled to meet the inflection. */
    private void remainders(int length) {
        for (int j = 0; j < length; j += STEP) {
            DoubleVector most = DoubleVector.fromArray(SPECIES, greatest, j);
            DoubleVector tail =
                    DoubleVector.fromArray(SPECIES, scratch, j).mul(DoubleVector.fromArray(SPECIES, above, j));
            DoubleVector scale = most.sub(DoubleVector.fromArray(SPECIES, atInflection, j))
                    .mul(DoubleVector.fromArray(SPECIES, below, j));
            DoubleVector missing = most.sub(DoubleVector.fromArray(SPECIES, target, j));
            VectorMath.clamped(missing.mul(tail).div(scale), 1e-15, 0.5).intoArray(remaining, j);
        }
    }

    private void tailQuantiles(int length) {
        for (int j = 0; j < length; j += STEP) {
            DoubleVector q =
                    DoubleVector.fromArray(SPECIES, quantile, j).mul(-2).lanewise(SQRT);
            rational(Normal.TAIL_ABOVE, q)
                    .div(rational(Normal.TAIL_BELOW, q))
                    .neg()
                    .intoArray(quantile, j);
        }
    }

    private void centralQuantiles(int length) {
        for (int j = 0; j < length; j += STEP) {
            DoubleVector share = DoubleVector.fromArray(SPECIES, remaining, j);
            DoubleVector q = constant(0.5).sub(share);
            DoubleVector r = q.mul(q);
            DoubleVector central = q.mul(rational(Normal.CENTRE_ABOVE, r)).div(rational(Normal.CENTRE_BELOW, r));
            central.blend(DoubleVector.fromArray(SPECIES, quantile, j), share.compare(LT, Normal.TAIL))
                    .intoArray(quantile, j);
        }
    }

    private static DoubleVector rational(double[] coefficients, DoubleVector x) {
        DoubleVector value = constant(coefficients[0]);
        for (int k = 1; k < coefficients.length; k++) {
            value = value.fma(x, constant(coefficients[k]));
        }
        return value;
    }

    /** {@link WingGuess}, from the logarithms of price over distance. */
    private void lowGuesses(int length) {
        for (int j = 0; j < length; j += STEP) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, distance, j);
            DoubleVector rarity = DoubleVector.fromArray(SPECIES, low, j).neg();
            DoubleVector above = rarity.fma(
                    rarity.fma(constant(WingGuess.ABOVE_2), constant(WingGuess.ABOVE_1)), constant(WingGuess.ABOVE_0));
            DoubleVector below = rarity.fma(constant(WingGuess.BELOW), constant(1));
            DoubleVector wing = below.div(above).lanewise(SQRT).mul(x);
            DoubleVector centre = DoubleVector.fromArray(SPECIES, target, j).add(x.mul(0.5));
            DoubleVector root = VectorMath.atLeast(
                            centre.mul(centre).sub(x.mul(x).mul(WingGuess.INVERSE_PI)), 0)
                    .lanewise(SQRT);
            wing.blend(centre.add(root).mul(ROOT_HALF_PI), rarity.compare(LT, WingGuess.FROM))
                    .intoArray(low, j);
        }
    }

    private void choose(int length) {
        for (int j = 0; j < length; j += STEP) {
            DoubleVector wanted = DoubleVector.fromArray(SPECIES, target, j);
            DoubleVector inflection = DoubleVector.fromArray(SPECIES, atInflection, j);
            DoubleVector two = DoubleVector.fromArray(SPECIES, root, j).mul(2);
            DoubleVector high = DoubleVector.fromArray(SPECIES, quantile, j).mul(2);
            high = high.blend(two, high.compare(LT, two));
            DoubleVector line = wanted.sub(inflection).mul(2.5);
            high = high.blend(line, high.compare(LT, line));
            high.blend(DoubleVector.fromArray(SPECIES, low, j), wanted.compare(LT, inflection))
                    .intoArray(deviation, j);
        }
    }
}
