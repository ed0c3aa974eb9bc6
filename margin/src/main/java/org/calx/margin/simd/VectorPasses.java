package org.calx.margin.simd;

import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;
import org.calx.margin.ScenarioArray;
import org.calx.margin.ScenarioPasses;

/**
 * The passes in vectors of eight longs, or of four where the processor has no larger ones. No method here hands a vector to another one of ours: where the
 * compiler does not take such a method into its caller, each vector is an object.
 */
public final class VectorPasses implements ScenarioPasses {
    private static final VectorSpecies<Long> SPECIES =
            LongVector.SPECIES_PREFERRED.length() < 8 ? LongVector.SPECIES_256 : LongVector.SPECIES_512;
    private static final int LANES = SPECIES.length();

    private static final VectorSpecies<Integer> INTS = SPECIES.withLanes(int.class);

    @Override
    public boolean isFast() {
        return LongVector.SPECIES_PREFERRED.length() >= LANES;
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
    public void weigh(long[] lots, long[] losses, int from, long[] sums, int at) {
        for (int s = 0; s < ScenarioArray.SCENARIOS; s += LANES) {
            LongVector sum = LongVector.zero(SPECIES);
            for (int i = 0, row = from + s; i < lots.length; i++, row += ScenarioArray.SCENARIOS) {
                sum = sum.add(LongVector.fromArray(SPECIES, losses, row).mul(lots[i]));
            }
            sum.intoArray(sums, at + s);
        }
    }

    @Override
    public void weigh(long[] lots, int[] losses, int from, long[] sums, int at) {
        if (INTS.length() == ScenarioArray.SCENARIOS) {
            weighWhole(lots, losses, from, sums, at);
        } else {
            weighInHalves(lots, losses, from, sums, at);
        }
    }

    private static void weighWhole(long[] lots, int[] losses, int from, long[] sums, int at) {
        IntVector sum = IntVector.zero(INTS);
        for (int i = 0, row = from; i < lots.length; i++, row += ScenarioArray.SCENARIOS) {
            sum = sum.add(IntVector.fromArray(INTS, losses, row).mul((int) lots[i]));
        }
        sum.castShape(SPECIES, 0).reinterpretAsLongs().intoArray(sums, at);
        sum.castShape(SPECIES, 1).reinterpretAsLongs().intoArray(sums, at + LANES);
    }

    private static void weighInHalves(long[] lots, int[] losses, int from, long[] sums, int at) {
        IntVector low = IntVector.zero(INTS);
        IntVector high = IntVector.zero(INTS);
        for (int i = 0, row = from; i < lots.length; i++, row += ScenarioArray.SCENARIOS) {
            low = low.add(IntVector.fromArray(INTS, losses, row).mul((int) lots[i]));
            high = high.add(IntVector.fromArray(INTS, losses, row + 2 * LANES).mul((int) lots[i]));
        }
        low.castShape(SPECIES, 0).reinterpretAsLongs().intoArray(sums, at);
        low.castShape(SPECIES, 1).reinterpretAsLongs().intoArray(sums, at + LANES);
        high.castShape(SPECIES, 0).reinterpretAsLongs().intoArray(sums, at + 2 * LANES);
        high.castShape(SPECIES, 1).reinterpretAsLongs().intoArray(sums, at + 3 * LANES);
    }

    @Override
    public long worst(long[] positions, int at, long[] orders, int ordersAt) {
        LongVector worst = LongVector.broadcast(SPECIES, Long.MIN_VALUE);
        for (int s = 0; s < ScenarioArray.SCENARIOS; s += LANES) {
            worst = LongVector.fromArray(SPECIES, positions, at + s)
                    .add(LongVector.fromArray(SPECIES, orders, ordersAt + s))
                    .max(worst);
        }
        return worst.reduceLanes(MAX);
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
        LongVector worst = LongVector.broadcast(SPECIES, Long.MIN_VALUE);
        for (int s = 0; s < ScenarioArray.SCENARIOS; s += LANES) {
            LongVector sum = LongVector.fromArray(SPECIES, losses, offset + s)
                    .lanewise(XOR, flip)
                    .add(atOnce)
                    .max(0)
                    .mul(lots)
                    .add(LongVector.fromArray(SPECIES, orders, at + s));
            sum.intoArray(with, s);
            worst = LongVector.fromArray(SPECIES, positions, at + s).add(sum).max(worst);
        }
        return worst.reduceLanes(MAX);
    }
}
