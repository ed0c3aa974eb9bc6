package org.calx.margin.portfolio;

import java.util.List;

/**
 * The losses of a product's positions in every scenario. The arrays stand scenario by scenario, so that a loss is one
 * sum of products over neighbouring contracts, which the compiler turns into vector instructions.
 */
final class Scan {
    private final int scenarios;
    private final int contracts;
    private final long[] arrays;
    private final long largestLoss;
    private final long[] losses;

    Scan(int scenarios, List<MarginContract> contractList) {
        this.scenarios = scenarios;
        contracts = contractList.size();
        arrays = new long[scenarios * contracts];
        losses = new long[scenarios];
        long largest = 0;
        for (int contract = 0; contract < contracts; contract++) {
            for (int s = 0; s < scenarios; s++) {
                long loss = contractList.get(contract).riskArray()[s];
                arrays[s * contracts + contract] = loss;
                largest = Math.max(largest, Math.abs(loss));
            }
        }
        largestLoss = largest;
    }

    /**
     * Computes all losses.
     *
     * @param quantities signed lots of each contract of the product
     * @throws ArithmeticException if a loss might not fit a {@code long}
     */
    void run(long[] quantities) {
        Math.multiplyExact(largestLoss, lots(quantities));
        for (int s = 0; s < scenarios; s++) {
            losses[s] = loss(quantities, s * contracts);
        }
    }

    private long lots(long[] quantities) {
        long lots = 0;
        for (long quantity : quantities) {
            lots = Math.addExact(lots, Math.absExact(quantity));
        }
        return lots;
    }

    private long loss(long[] quantities, int at) {
        long loss = 0;
        for (int contract = 0; contract < contracts; contract++) {
            loss += quantities[contract] * arrays[at + contract];
        }
        return loss;
    }

    /** The loss in a scenario, from 0; a gain is negative. */
    long loss(int scenario) {
        return losses[scenario];
    }

    /** The lowest scenario, from 0, of the largest loss. */
    int activeScenario() {
        int active = 0;
        for (int s = 1; s < scenarios; s++) {
            if (losses[s] > losses[active]) {
                active = s;
            }
        }
        return active;
    }
}
