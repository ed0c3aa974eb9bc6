package org.calx.risk.tail;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Value at risk and expected shortfall of n equally likely losses, sorted from the largest down.
 *
 * <p>VaR is the loss of rank ⌊n(1 − confidence)⌋ + 1, the more cautious of the usual conventions; ES is the mean of the
 * largest ⌈n(1 − confidence)⌉ losses. Equal losses rank in the order of their scenarios.
 *
 * @param varScenario the scenario whose loss is the VaR
 * @param tailScenarios the scenarios over which ES is the mean
 */
public record TailRisk(double valueAtRisk, double expectedShortfall, int varScenario, int[] tailScenarios) {

    /**
     * Measures the tail.
     *
     * @param confidence above 0, below 1
     */
    public static TailRisk of(double[] losses, double confidence) {
        if (losses.length == 0 || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("value at risk needs losses and a confidence within 0 and 1");
        }
        int[] order = IntStream.range(0, losses.length)
                .boxed()
                .sorted(Comparator.comparingDouble(scenario -> -losses[scenario]))
                .mapToInt(Integer::intValue)
                .toArray();
        double beyond = losses.length * (1 - confidence);
        int rank = Math.min(losses.length, (int) Math.floor(beyond + 1e-9) + 1);
        int[] tail = Arrays.copyOf(order, Math.max(1, (int) Math.ceil(beyond - 1e-9)));
        double mean =
                Arrays.stream(tail).mapToDouble(scenario -> losses[scenario]).sum() / tail.length;
        return new TailRisk(losses[order[rank - 1]], mean, order[rank - 1], tail);
    }

    /** What each exposure lost in the VaR scenario: sums to the VaR (Tasche 1999, the Euler allocation). */
    public double[] varComponents(LossSimulation simulation) {
        return simulation.lossByExposure(varScenario);
    }

    /** Each exposure's mean loss over the tail: sums to the ES. */
    public double[] shortfallComponents(LossSimulation simulation) {
        double[] mean = null;
        for (int scenario : tailScenarios) {
            double[] losses = simulation.lossByExposure(scenario);
            mean = mean == null ? new double[losses.length] : mean;
            for (int i = 0; i < mean.length; i++) {
                mean[i] += losses[i] / tailScenarios.length;
            }
        }
        return mean;
    }
}
