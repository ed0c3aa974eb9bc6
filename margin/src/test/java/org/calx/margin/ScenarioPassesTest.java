package org.calx.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.calx.margin.simd.VectorPasses;
import org.junit.jupiter.api.Test;

/** Both forms of the passes compute the same integers. */
class ScenarioPassesTest {
    private static final int ROUNDS = 10_000;
    private static final int LENGTH = 64;
    private static final long MOST = 1L << 40;

    private final ScenarioPasses scalar = new ScalarPasses();
    private final ScenarioPasses vectors = new VectorPasses();

    @Test
    void vectorsComputeWhatScalarsCompute() {
        long seed = Long.getLong("calx.seed", System.nanoTime());
        System.out.println("ScenarioPassesTest seed " + seed + " (repeat with -Dcalx.seed)");
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            compare(random);
        }
    }

    private void compare(Random random) {
        long[] losses = random.longs(LENGTH, -MOST, MOST).toArray();
        long[] positions = random.longs(LENGTH, -MOST, MOST).toArray();
        long[] orders = random.longs(LENGTH, 0, MOST).toArray();
        long[] otherPositions = positions.clone();
        long[] otherOrders = orders.clone();
        long[] with = new long[ScanningRisk.ROWS];
        long[] otherWith = new long[ScanningRisk.ROWS];
        int at = random.nextInt(LENGTH - ScanningRisk.ROWS);
        int offset = random.nextInt(LENGTH - ScanningRisk.ROWS);
        int sign = random.nextBoolean() ? 1 : -1;
        long atOnce = random.nextLong(-MOST, MOST);
        long lots = random.nextLong(-1_000, 1_000);

        assertThat(vectors.worstWith(otherPositions, otherOrders, at, losses, offset, sign, atOnce, lots, otherWith))
                .isEqualTo(scalar.worstWith(positions, orders, at, losses, offset, sign, atOnce, lots, with));
        assertThat(otherWith).isEqualTo(with);
        scalar.addOrder(orders, at, losses, offset, sign, atOnce, lots);
        vectors.addOrder(otherOrders, at, losses, offset, sign, atOnce, lots);
        assertThat(otherOrders).isEqualTo(orders);
        scalar.addPosition(positions, at, losses, offset, lots);
        vectors.addPosition(otherPositions, at, losses, offset, lots);
        assertThat(otherPositions).isEqualTo(positions);
        assertThat(vectors.worst(positions, at, orders, offset)).isEqualTo(scalar.worst(positions, at, orders, offset));
    }
}
