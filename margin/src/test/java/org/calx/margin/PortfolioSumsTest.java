package org.calx.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.calx.margin.simd.VectorSums;
import org.junit.jupiter.api.Test;

/** Both forms of the sums compute the same integers, at the places that they are given. */
class PortfolioSumsTest {
    private static final int ROUNDS = 10_000;
    private static final int MOST_CONTRACTS = 5;
    private static final int LENGTH = (MOST_CONTRACTS + 1) * ScenarioArray.SCENARIOS;

    private final PortfolioSums scalar = new ScalarSums();
    private final PortfolioSums vectors = new VectorSums();

    @Test
    void vectorsComputeWhatScalarsCompute() {
        long seed = Long.getLong("calx.seed", System.nanoTime());
        System.out.println("PortfolioSumsTest seed " + seed + " (repeat with -Dcalx.seed)");
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            long[] lots = random.longs(random.nextInt(MOST_CONTRACTS + 1), -1_000, 1_000)
                    .toArray();
            long[] losses = random.longs(LENGTH, -(1L << 40), 1L << 40).toArray();
            int[] narrow = random.ints(LENGTH, -(1 << 18), 1 << 18).toArray();
            int from = random.nextInt(ScenarioArray.SCENARIOS + 1);
            long[] sums = random.longs(LENGTH).toArray();
            long[] otherSums = sums.clone();
            int at = random.nextInt(LENGTH - ScenarioArray.SCENARIOS);

            scalar.compute(lots, losses, from, sums, at);
            vectors.compute(lots, losses, from, otherSums, at);
            assertThat(otherSums).isEqualTo(sums);
            int[] narrowLots = Arrays.stream(lots).mapToInt(Math::toIntExact).toArray();
            scalar.compute(narrowLots, narrow, from, sums, at);
            vectors.compute(narrowLots, narrow, from, otherSums, at);
            assertThat(otherSums).isEqualTo(sums);
        }
    }
}
