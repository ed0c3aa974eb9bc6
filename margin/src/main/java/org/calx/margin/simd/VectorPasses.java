package org.calx.margin.simd;

import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;
import org.calx.margin.ScenarioArray;
import org.calx.margin.ScenarioPasses;

/** The passes in vectors of eight longs: the 16 scenarios are two. */
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
            load(losses, offset + s).mul(lots).add(load(positions, at + s)).intoArray(positions, at + s);
        }
    }

    @Override
    public void addOrder(long[] orders, int at, long[] losses, int offset, int sign, long lossAtOnce, long lots) {
        long flip = sign >> 1;
        long atOnce = lossAtOnce - flip;
        for (int s = 0; s < ScenarioArray.SCENARIOS; s += LANES) {
            with(orders, at + s, losses, offset + s, flip, atOnce, lots).intoArray(orders, at + s);
        }
    }

    @Override
    public void weigh(long[] lots, long[] losses, int width, long[] sums) {
        for (int block = 0; block < width; block += ScenarioArray.SCENARIOS) {
            LongVector low = LongVector.zero(SPECIES);
            LongVector high = LongVector.zero(SPECIES);
            for (int i = 0, at = block; i < lots.length; i++, at += width) {
                low = low.add(load(losses, at).mul(lots[i]));
                high = high.add(load(losses, at + LANES).mul(lots[i]));
            }
            low.intoArray(sums, block);
            high.intoArray(sums, block + LANES);
        }
    }

    @Override
    public long worst(long[] positions, int at, long[] orders, int ordersAt) {
        LongVector low = load(positions, at).add(load(orders, ordersAt));
        LongVector high = load(positions, at + LANES).add(load(orders, ordersAt + LANES));
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
        LongVector low = with(orders, at, losses, offset, flip, atOnce, lots);
        LongVector high = with(orders, at + LANES, losses, offset + LANES, flip, atOnce, lots);
        low.intoArray(with, 0);
        high.intoArray(with, LANES);
        return low.add(load(positions, at))
                .max(high.add(load(positions, at + LANES)))
                .reduceLanes(MAX);
    }

    private static LongVector with(
            long[] orders, int at, long[] losses, int offset, long flip, long atOnce, long lots) {
        return load(losses, offset)
                .lanewise(XOR, flip)
                .add(atOnce)
                .max(0)
                .mul(lots)
                .add(load(orders, at));
    }

    private static LongVector load(long[] from, int at) {
        return LongVector.fromArray(SPECIES, from, at);
    }
}
