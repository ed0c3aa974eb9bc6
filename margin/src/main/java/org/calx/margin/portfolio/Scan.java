package org.calx.margin.portfolio;

import java.util.Arrays;
import java.util.List;
import org.calx.margin.PortfolioSums;
import org.calx.margin.ScenarioArray;

/** The losses of a product's positions in every scenario. */
final class Scan {
    private static final PortfolioSums SUMS = PortfolioSums.fastest();

    private final int scenarios;
    private final int blockLength;
    private final long[] arrays;
    private final int[] narrow;
    private final long largestLoss;
    private final long[] losses;

    /** The arrays stand in blocks of {@value ScenarioArray#SCENARIOS} scenarios, in each one contract behind the other. */
    Scan(int scenarios, List<MarginContract> contracts) {
        this.scenarios = scenarios;
        int blocks = Math.ceilDiv(scenarios, ScenarioArray.SCENARIOS);
        blockLength = ScenarioArray.SCENARIOS * contracts.size();
        arrays = new long[blocks * blockLength];
        losses = new long[blocks * ScenarioArray.SCENARIOS];
        long largest = 0;
        for (int contract = 0; contract < contracts.size(); contract++) {
            for (int s = 0; s < scenarios; s++) {
                long loss = contracts.get(contract).riskArray()[s];
                int block = s / ScenarioArray.SCENARIOS * blockLength;
                arrays[block + contract * ScenarioArray.SCENARIOS + s % ScenarioArray.SCENARIOS] = loss;
                largest = Math.max(largest, Math.absExact(loss));
            }
        }
        largestLoss = largest;
        narrow = Arrays.stream(arrays).mapToInt(loss -> (int) loss).toArray();
    }

    /** The largest loss or gain of a lot. */
    long largestLoss() {
        return largestLoss;
    }

    /**
     * Computes all losses.
     *
     * @param sumBits of sums of lots times what is no smaller than {@link #largestLoss}
     */
    void run(Lots lots, int sumBits) {
        for (int from = 0, at = 0; at < losses.length; from += blockLength, at += ScenarioArray.SCENARIOS) {
            if (sumBits < Integer.SIZE) {
                SUMS.compute(lots.narrow(), narrow, from, losses, at);
            } else {
                SUMS.compute(lots.all(), arrays, from, losses, at);
            }
        }
    }

    /** The loss in a scenario, from 0; a gain is negative. */
    long loss(int scenario) {
        return losses[scenario];
    }

    /** The lowest scenario, from 0, of the largest loss. */
    int activeScenario() {
        long worst = losses[0];
        for (int s = 1; s < scenarios; s++) {
            worst = Math.max(worst, losses[s]);
        }
        int active = 0;
        while (losses[active] != worst) {
            active++;
        }
        return active;
    }
}
