package org.calx.margin.simd;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;
import org.calx.margin.PortfolioSums;
import org.calx.margin.ScenarioArray;

/**
 * The sums in vectors of eight longs or sixteen ints, or half as many where the processor has no larger ones. Ints are several
 * times faster: any processor multiplies them in one instruction.
 */
public final class VectorSums implements PortfolioSums {
    private static final VectorSpecies<Long> LONGS =
            LongVector.SPECIES_PREFERRED.length() < 8 ? LongVector.SPECIES_256 : LongVector.SPECIES_512;
    private static final VectorSpecies<Integer> INTS = LONGS.withLanes(int.class);
    private static final int LANES = LONGS.length();

    @Override
    public boolean isFast() {
        return LongVector.SPECIES_PREFERRED.length() >= LANES;
    }

    @Override
    public void compute(long[] lots, long[] losses, int from, long[] sums, int at) {
        for (int s = 0; s < ScenarioArray.SCENARIOS; s += LANES) {
            LongVector sum = LongVector.zero(LONGS);
            for (int i = 0, row = from + s; i < lots.length; i++, row += ScenarioArray.SCENARIOS) {
                sum = sum.add(LongVector.fromArray(LONGS, losses, row).mul(lots[i]));
            }
            sum.intoArray(sums, at + s);
        }
    }

    @Override
    public void compute(int[] lots, int[] losses, int from, long[] sums, int at) {
        if (INTS.length() == ScenarioArray.SCENARIOS) {
            inOneVector(lots, losses, from, sums, at);
        } else {
            inTwoVectors(lots, losses, from, sums, at);
        }
    }

    private static void inOneVector(int[] lots, int[] losses, int from, long[] sums, int at) {
        IntVector sum = IntVector.zero(INTS);
        for (int i = 0, row = from; i < lots.length; i++, row += ScenarioArray.SCENARIOS) {
            sum = sum.add(IntVector.fromArray(INTS, losses, row).mul(lots[i]));
        }
        sum.castShape(LONGS, 0).reinterpretAsLongs().intoArray(sums, at);
        sum.castShape(LONGS, 1).reinterpretAsLongs().intoArray(sums, at + LANES);
    }

    private static void inTwoVectors(int[] lots, int[] losses, int from, long[] sums, int at) {
        IntVector low = IntVector.zero(INTS);
        IntVector high = IntVector.zero(INTS);
        for (int i = 0, row = from; i < lots.length; i++, row += ScenarioArray.SCENARIOS) {
            low = low.add(IntVector.fromArray(INTS, losses, row).mul(lots[i]));
            high = high.add(IntVector.fromArray(INTS, losses, row + 2 * LANES).mul(lots[i]));
        }
        low.castShape(LONGS, 0).reinterpretAsLongs().intoArray(sums, at);
        low.castShape(LONGS, 1).reinterpretAsLongs().intoArray(sums, at + LANES);
        high.castShape(LONGS, 0).reinterpretAsLongs().intoArray(sums, at + 2 * LANES);
        high.castShape(LONGS, 1).reinterpretAsLongs().intoArray(sums, at + 3 * LANES);
    }
}
