package org.calx.margin.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sums of 32 bits where they are enough, of 64 where not: the same as counted one by one. */
class ScanTest {
    private static final int ROUNDS = 5_000;
    private static final int MOST_SCENARIOS = 40;
    private static final int MOST_CONTRACTS = 6;
    private static final int MOST_BITS = 28;

    @Test
    void lossesAreWhatOneByOneGives() {
        long seed = Long.getLong("calx.seed", System.nanoTime());
        System.out.println("ScanTest seed " + seed + " (repeat with -Dcalx.seed)");
        Random random = new Random(seed);
        int narrow = 0;
        for (int round = 0; round < ROUNDS; round++) {
            narrow += compare(random) ? 1 : 0;
        }
        assertThat(narrow).isBetween(ROUNDS / 10, ROUNDS - ROUNDS / 10);
    }

    private static boolean compare(Random random) {
        int scenarios = 1 + random.nextInt(MOST_SCENARIOS);
        long mostLots = 1L << random.nextInt(MOST_BITS);
        long mostLoss = 1L << random.nextInt(MOST_BITS);
        List<MarginContract> contracts = IntStream.rangeClosed(1, 1 + random.nextInt(MOST_CONTRACTS))
                .mapToObj(i -> contract(
                        random.longs(scenarios, -mostLoss, mostLoss + 1).toArray()))
                .toList();
        long[] quantities =
                random.longs(contracts.size(), -mostLots, mostLots + 1).toArray();
        Scan scan = new Scan(scenarios, contracts);
        Lots lots = new Lots(quantities.length);
        for (int i = 0; i < quantities.length; i++) {
            lots.set(i, quantities[i]);
        }
        int sumBits = lots.sumBits(Math.max(1, scan.largestLoss()));
        scan.run(lots, sumBits);
        int active = 0;
        for (int s = 0; s < scenarios; s++) {
            assertThat(scan.loss(s)).isEqualTo(loss(contracts, quantities, s));
            active = scan.loss(s) > scan.loss(active) ? s : active;
        }
        assertThat(scan.activeScenario()).isEqualTo(active);
        return sumBits < Integer.SIZE;
    }

    private static long loss(List<MarginContract> contracts, long[] quantities, int scenario) {
        long sum = 0;
        for (int i = 0; i < quantities.length; i++) {
            sum = Math.addExact(
                    sum, Math.multiplyExact(quantities[i], contracts.get(i).riskArray()[scenario]));
        }
        return sum;
    }

    private static MarginContract contract(long[] riskArray) {
        return new MarginContract("any", 0, ContractKind.FUTURE, riskArray, 0, 0);
    }
}
