package org.calx.pricing.simd;

import static jdk.incubator.vector.VectorOperators.LT;
import static org.calx.pricing.simd.VectorMath.SPECIES;
import static org.calx.pricing.simd.VectorMath.constant;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import org.calx.pricing.american.AmericanKernel;
import org.calx.pricing.american.ExerciseTimes;

/** The sum of {@code american.ExerciseTimes} over blocks of options, one time of exercise after the other. */
public final class PremiumStages implements AmericanKernel.PremiumKernel {
    private static final int STEP = SPECIES.length();
    private static final double FARTHEST = 37.5;

    private final double[] spot = VectorKernel.scratch();
    private final double[] payment = VectorKernel.scratch();
    private final double[] moneyness = VectorKernel.scratch();
    private final double[] scratch = VectorKernel.scratch();
    private final double[] z = VectorKernel.scratch();
    private final double[] later = VectorKernel.scratch();
    private final double[] density = VectorKernel.scratch();
    private final double[] above = VectorKernel.scratch();
    private final double[] below = VectorKernel.scratch();
    private final double[] aboveLater = VectorKernel.scratch();
    private final double[] belowLater = VectorKernel.scratch();
    private final double[] sum = VectorKernel.scratch();

    private double logBoundary;
    private double boundary;
    private double deviation;
    private double weight;

    private final ImpliedStages.VectorLoop[] logarithms = {
        length -> VectorMath.logTerms(spot, payment, moneyness, scratch, length),
        length -> VectorMath.logs(moneyness, scratch, length)
    };
    private final ImpliedStages.VectorLoop[] loops = {
        this::scores,
        length -> VectorMath.densities(z, density, length),
        length -> VectorMath.mills(z, above, below, length),
        length -> VectorMath.mills(later, aboveLater, belowLater, length),
        this::tails,
        this::add
    };

    @Override
    public void premiums(ExerciseTimes times, double[] spots, double[] payments, double[] premium, int length) {
        for (int from = 0; from < length; from += VectorKernel.BLOCK) {
            int count = Math.min(VectorKernel.BLOCK, length - from);
            System.arraycopy(spots, from, spot, 0, count);
            System.arraycopy(payments, from, payment, 0, count);
            Arrays.fill(sum, 0);
            for (ImpliedStages.VectorLoop loop : logarithms) {
                loop.run(count);
            }
            for (int i = 0; i < times.weight().length; i++) {
                logBoundary = times.logBoundary()[i];
                boundary = times.boundary()[i];
                deviation = times.deviation()[i];
                weight = times.weight()[i];
                for (ImpliedStages.VectorLoop loop : loops) {
                    loop.run(count);
                }
            }
            System.arraycopy(sum, 0, premium, from, count);
        }
    }

    private void scores(int length) {
        DoubleVector inverse = constant(1 / deviation);
        DoubleVector log = constant(logBoundary);
        DoubleVector half = constant(0.5 * deviation);
        for (int j = 0; j < length; j += STEP) {
            DoubleVector centre =
                    log.sub(DoubleVector.fromArray(SPECIES, moneyness, j)).mul(inverse);
            VectorMath.clamped(centre.add(half), -FARTHEST, FARTHEST).intoArray(z, j);
            VectorMath.clamped(centre.sub(half), -FARTHEST, FARTHEST).intoArray(later, j);
        }
    }

    private void tails(int length) {
        DoubleVector share = constant(boundary);
        for (int j = 0; j < length; j += STEP) {
            DoubleVector first = DoubleVector.fromArray(SPECIES, below, j);
            DoubleVector second = DoubleVector.fromArray(SPECIES, belowLater, j);
            DoubleVector shared = DoubleVector.fromArray(SPECIES, payment, j)
                    .mul(DoubleVector.fromArray(SPECIES, density, j))
                    .div(first.mul(second));
            DoubleVector.fromArray(SPECIES, above, j).mul(second).mul(shared).intoArray(above, j);
            DoubleVector.fromArray(SPECIES, aboveLater, j)
                    .mul(first)
                    .mul(shared)
                    .mul(share)
                    .intoArray(aboveLater, j);
        }
    }

    private void add(int length) {
        DoubleVector factor = constant(weight);
        for (int j = 0; j < length; j += STEP) {
            DoubleVector tail = DoubleVector.fromArray(SPECIES, above, j);
            DoubleVector tailLater = DoubleVector.fromArray(SPECIES, aboveLater, j);
            DoubleVector paid = DoubleVector.fromArray(SPECIES, payment, j)
                    .sub(tail)
                    .blend(tail, DoubleVector.fromArray(SPECIES, z, j).compare(LT, 0));
            DoubleVector given = DoubleVector.fromArray(SPECIES, spot, j)
                    .sub(tailLater)
                    .blend(tailLater, DoubleVector.fromArray(SPECIES, later, j).compare(LT, 0));
            factor.fma(paid.sub(given), DoubleVector.fromArray(SPECIES, sum, j)).intoArray(sum, j);
        }
    }
}
