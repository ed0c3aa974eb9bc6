package org.calx.risk.stress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.calx.risk.tail.FactorHistory;
import org.calx.risk.tail.LossSimulation;
import org.calx.risk.tail.ShiftKind;

/** The worst stretches of the past for a portfolio, all factors over the same days. */
public final class HistoricalStress {
    private HistoricalStress() {}

    /** A stretch, its losses, and the row of the history that its first shift is in, from 0. */
    public record Stretch(StressScenario scenario, int firstShift, double loss) {}

    /**
     * The stretches that cost most, dearest first; none shares a day with a dearer one.
     *
     * @param days shifts in a stretch, from 1 to those of the history
     * @param most how many stretches
     */
    public static List<Stretch> worst(LossSimulation portfolio, FactorHistory history, int days, int most) {
        List<Stretch> all = new ArrayList<>();
        for (int first = 0; first + days <= history.size(); first++) {
            double[] shifts = together(history, first, days);
            String name = "history-" + (first + 1) + "-" + (first + days);
            all.add(new Stretch(new StressScenario(name, shifts), first, portfolio.lossUnder(shifts)));
        }
        all.sort(Comparator.comparingDouble(Stretch::loss).reversed());
        List<Stretch> kept = new ArrayList<>();
        for (Stretch stretch : all) {
            boolean apart = kept.stream().allMatch(other -> Math.abs(other.firstShift - stretch.firstShift) >= days);
            if (apart && kept.size() < most) {
                kept.add(stretch);
            }
        }
        return kept;
    }

    private static double[] together(FactorHistory history, int first, int days) {
        double[] shifts = new double[history.factors().size()];
        for (int factor = 0; factor < shifts.length; factor++) {
            double sum = 0;
            double product = 1;
            for (int day = first; day < first + days; day++) {
                sum += history.shifts()[day][factor];
                product *= 1 + history.shifts()[day][factor];
            }
            shifts[factor] = history.kind() == ShiftKind.RELATIVE ? product - 1 : sum;
        }
        return shifts;
    }
}
