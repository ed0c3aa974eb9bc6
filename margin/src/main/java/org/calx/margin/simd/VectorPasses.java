package org.calx.margin.simd;

import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;
import org.calx.margin.ScenarioArray;
import org.calx.margin.ScenarioPasses;

/**
 * The passes in vectors of eight longs: the 16 scenarios are two. No method here hands a vector to another one of ours: where the
 * compiler does not take such a method into its caller, each vector is an object.
 */
public final class VectorPasses implements ScenarioPasses {
    private static final VectorSpecies<Long> SPECIES = LongVector.SPECIES_512;
    private static final int LANES = SPECIES.length();

    @Override
    public boolean isFast() {
        return LongVector.SPECIES_PREFERRED == SPECIES;
    }

    @Override
    public void addPosition(long[] positions, int at, long[] losses, int offset, long lots) {
        for (int s = 0; s < ScenarioArray.SCENARIOS; s += LANES) {
            LongVector.fromArray(SPECIES, losses, offset + s)
                    .mul(lots)
                    .add(LongVector.fromArray(SPECIES, positions, at + s))
                    .intoArray(positions, at + s);
        }
    }

    @Override
    public void addOrder(long[] orders, int at, long[] losses, int offset, int sign, long lossAtOnce, long lots) {
        long flip = sign >> 1;
        long atOnce = lossAtOnce - flip;
        for (int s = 0; s < ScenarioArray.SCENARIOS; s += LANES) {
            LongVector.fromArray(SPECIES, losses, offset + s)
                    .lanewise(XOR, flip)
                    .add(atOnce)
                    .max(0)
                    .mul(lots)
                    .add(LongVector.fromArray(SPECIES, orders, at + s))
                    .intoArray(orders, at + s);
        }
    }

    @Override
    public long worst(long[] positions, int at, long[] orders, int ordersAt) {
        LongVector low =
                LongVector.fromArray(SPECIES, positions, at).add(LongVector.fromArray(SPECIES, orders, ordersAt));
        LongVector high = LongVector.fromArray(SPECIES, positions, at + LANES)
                .add(LongVector.fromArray(SPECIES, orders, ordersAt + LANES));
        return low.max(high).reduceLanes(MAX);
    }

    @Override
    public long worstWith(
            long[] positions,
            long[] orders,
            int at,
            long[] losses,
            int offset,
            int sign,
            long lossAtOnce,
            long lots,
            long[] with) {
        long flip = sign >> 1;
        long atOnce = lossAtOnce - flip;
        LongVector low = LongVector.fromArray(SPECIES, losses, offset)
                .lanewise(XOR, flip)
                .add(atOnce)
                .max(0)
                .mul(lots)
                .add(LongVector.fromArray(SPECIES, orders, at));
        LongVector high = LongVector.fromArray(SPECIES, losses, offset + LANES)
                .lanewise(XOR, flip)
                .add(atOnce)
                .max(0)
                .mul(lots)
                .add(LongVector.fromArray(SPECIES, orders, at + LANES));
        low.intoArray(with, 0);
        high.intoArray(with, LANES);
        return low.add(LongVector.fromArray(SPECIES, positions, at))
                .max(high.add(LongVector.fromArray(SPECIES, positions, at + LANES)))
                .reduceLanes(MAX);
    }
}
