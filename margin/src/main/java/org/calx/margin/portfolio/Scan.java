package org.calx.margin.portfolio;

import java.util.List;
import org.calx.margin.ScenarioArray;
import org.calx.margin.ScenarioPasses;

/** The losses of a product's positions in every scenario. */
final class Scan {
    private static final ScenarioPasses PASSES = ScenarioPasses.fastest();

    private final int scenarios;
    private final int width;
    private final long[] arrays;
    private final long largestLoss;
    private final long[] losses;

    Scan(int scenarios, List<MarginContract> contracts) {
        this.scenarios = scenarios;
        width = Math.ceilDiv(scenarios, ScenarioArray.SCENARIOS) * ScenarioArray.SCENARIOS;
        arrays = new long[width * contracts.size()];
        losses = new long[width];
        long largest = 0;
        for (int contract = 0; contract < contracts.size(); contract++) {
            for (int s = 0; s < scenarios; s++) {
                long loss = contracts.get(contract).riskArray()[s];
                arrays[contract * width + s] = loss;
                largest = Math.max(largest, Math.absExact(loss));
            }
        }
        largestLoss = largest;
    }

    /** The largest loss or gain of a lot: see {@link Lots#requireFit}. */
    long largestLoss() {
        return largestLoss;
    }

    /**
     * Computes all losses.
     *
     * @param quantities signed lots of each contract of the product, which must fit times {@link #largestLoss}
     */
    void run(long[] quantities) {
        PASSES.weigh(quantities, arrays, width, losses);
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
