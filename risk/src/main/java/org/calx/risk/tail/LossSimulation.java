package org.calx.risk.tail;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/** A portfolio's loss in every scenario. */
public final class LossSimulation {
    private final List<Exposure> exposures;
    private final int factors;
    private final ShiftKind kind;
    private final ShiftScenarios scenarios;

    /**
     * @param factors how many factors a scenario has
     * @param kind of the scenarios' shifts
     */
    public LossSimulation(List<Exposure> exposures, int factors, ShiftKind kind, ShiftScenarios scenarios) {
        this.exposures = List.copyOf(exposures);
        this.factors = factors;
        this.kind = kind;
        this.scenarios = scenarios;
    }

    /** Losses in order of scenarios: the same bits on any number of threads. */
    public double[] losses(int threads) {
        double[] losses = new double[scenarios.size()];
        if (threads == 1) {
            for (int scenario = 0; scenario < losses.length; scenario++) {
                losses[scenario] = loss(scenario);
            }
            return losses;
        }
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            pool.submit(() -> IntStream.range(0, losses.length).parallel().forEach(s -> losses[s] = loss(s)))
                    .get();
            return losses;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a scenario failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private double loss(int scenario) {
        double[] shifts = new double[factors];
        scenarios.shifts(scenario, shifts);
        return lossUnder(shifts);
    }

    /** The portfolio's loss under shifts of the factors. */
    public double lossUnder(double[] shifts) {
        double loss = 0;
        for (Exposure exposure : exposures) {
            loss += exposure.loss(move(exposure, shifts));
        }
        return loss;
    }

    private double move(Exposure exposure, double[] shifts) {
        double shift = shifts[exposure.factor()];
        return kind == ShiftKind.RELATIVE ? shift * exposure.level() : shift;
    }

    /** Each exposure's loss in a scenario. */
    public double[] lossByExposure(int scenario) {
        double[] shifts = new double[factors];
        scenarios.shifts(scenario, shifts);
        double[] byExposure = new double[exposures.size()];
        for (int i = 0; i < byExposure.length; i++) {
            byExposure[i] = exposures.get(i).loss(move(exposures.get(i), shifts));
        }
        return byExposure;
    }
}
