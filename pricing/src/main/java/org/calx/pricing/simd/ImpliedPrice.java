package org.calx.pricing.simd;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.calx.pricing.numeric.Coefficients.INVERSE_ROOT_TWO_PI;
import static org.calx.pricing.simd.VectorMath.SPECIES;
import static org.calx.pricing.simd.VectorMath.constant;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/** The normalised price of {@code implied.NormalisedBlack} and its slope, over a block. */
final class ImpliedPrice {
    private static final int STEP = SPECIES.length();
    private static final double SMALL_MONEYNESS = 0.5;
    private static final double SMALL_DEVIATION = 0.3;

    final double[] value = VectorKernel.scratch();
    final double[] complement = VectorKernel.scratch();
    final double[] slope = VectorKernel.scratch();

    /** Minus the distance over the deviation. */
    final double[] h = VectorKernel.scratch();

    private final ImpliedGuess given;
    private final double[] near = VectorKernel.scratch();
    private final double[] far = VectorKernel.scratch();
    private final double[] aboveNear = VectorKernel.scratch();
    private final double[] belowNear = VectorKernel.scratch();
    private final double[] aboveFar = VectorKernel.scratch();
    private final double[] belowFar = VectorKernel.scratch();
    private final double[] sum = VectorKernel.scratch();

    private final ImpliedStages.VectorLoop[] plain = {
        this::scores,
        this::slopes,
        length -> VectorMath.mills(near, aboveNear, belowNear, length),
        length -> VectorMath.mills(far, aboveFar, belowFar, length),
        this::values
    };
    private final ImpliedStages.VectorLoop[] fine = {
        length -> VectorMath.mills(h, aboveNear, belowNear, length), this::oddTerms, this::smallValues
    };

    ImpliedPrice(ImpliedGuess given) {
        this.given = given;
    }

    /** Evaluates at the deviations; with all digits for small ones too, if asked to. */
    void evaluate(int length, boolean exactly) {
        for (ImpliedStages.VectorLoop loop : plain) {
            loop.run(length);
        }
        if (exactly) {
            for (ImpliedStages.VectorLoop loop : fine) {
                loop.run(length);
            }
        }
    }

    private void scores(int length) {
        for (int j = 0; j < length; j += STEP) {
            DoubleVector s = DoubleVector.fromArray(SPECIES, given.deviation, j);
            DoubleVector ratio =
                    DoubleVector.fromArray(SPECIES, given.distance, j).neg().div(s);
            ratio.intoArray(h, j);
            s.fma(constant(0.5), ratio).intoArray(near, j);
            s.fma(constant(-0.5), ratio).intoArray(far, j);
        }
    }

    private void slopes(int length) {
        for (int j = 0; j < length; j += STEP) {
            DoubleVector ratio = DoubleVector.fromArray(SPECIES, h, j);
            DoubleVector half =
                    DoubleVector.fromArray(SPECIES, given.deviation, j).mul(0.5);
            DoubleVector exponent = ratio.fma(ratio, half.mul(half)).mul(-0.5);
            VectorMath.exp(VectorMath.clamped(exponent, -700, 0))
                    .mul(INVERSE_ROOT_TWO_PI)
                    .intoArray(slope, j);
        }
    }

    private void values(int length) {
        for (int j = 0; j < length; j += STEP) {
            DoubleVector below1 = DoubleVector.fromArray(SPECIES, belowNear, j);
            DoubleVector below2 = DoubleVector.fromArray(SPECIES, belowFar, j);
            DoubleVector scale = DoubleVector.fromArray(SPECIES, slope, j).div(below1.mul(below2));
            DoubleVector first = DoubleVector.fromArray(SPECIES, aboveNear, j).mul(below2.mul(scale));
            DoubleVector second = DoubleVector.fromArray(SPECIES, aboveFar, j).mul(below1.mul(scale));
            DoubleVector greatest = DoubleVector.fromArray(SPECIES, given.greatest, j);
            VectorMask<Double> above = DoubleVector.fromArray(SPECIES, near, j).compare(GT, 0);
            DoubleVector missing = first.add(second);
            DoubleVector tail = first.sub(second);
            tail.blend(greatest.sub(missing), above).intoArray(value, j);
            greatest.sub(tail).blend(missing, above).intoArray(complement, j);
        }
    }

    /** Twice the odd terms of the series, see the scalar method. */
    private void oddTerms(int length) {
        for (int j = 0; j < length; j += STEP) {
            DoubleVector ratio = DoubleVector.fromArray(SPECIES, h, j);
            DoubleVector even =
                    DoubleVector.fromArray(SPECIES, aboveNear, j).div(DoubleVector.fromArray(SPECIES, belowNear, j));
            DoubleVector odd = ratio.fma(even, constant(1));
            DoubleVector power =
                    DoubleVector.fromArray(SPECIES, given.deviation, j).mul(0.5);
            DoubleVector square = power.mul(power);
            DoubleVector total = constant(0);
            for (int n = 1; n <= 13; n += 2) {
                total = odd.fma(power, total);
                even = even.mul(n).add(ratio.mul(odd));
                odd = odd.mul(n + 1).add(ratio.mul(even));
                power = power.mul(square).mul(1.0 / ((n + 1) * (n + 2)));
            }
            total.mul(2).intoArray(sum, j);
        }
    }

    private void smallValues(int length) {
        for (int j = 0; j < length; j += STEP) {
            VectorMask<Double> small = DoubleVector.fromArray(SPECIES, given.deviation, j)
                    .compare(LT, SMALL_DEVIATION)
                    .and(DoubleVector.fromArray(SPECIES, given.distance, j).compare(LT, SMALL_MONEYNESS));
            DoubleVector exact = DoubleVector.fromArray(SPECIES, slope, j).mul(DoubleVector.fromArray(SPECIES, sum, j));
            DoubleVector.fromArray(SPECIES, value, j).blend(exact, small).intoArray(value, j);
            DoubleVector rest =
                    DoubleVector.fromArray(SPECIES, given.greatest, j).sub(exact);
            DoubleVector.fromArray(SPECIES, complement, j).blend(rest, small).intoArray(complement, j);
        }
    }
}
