package org.calx.risk.stress;

import java.util.ArrayList;
import java.util.List;
import org.calx.risk.stress.StressScenario.Source;
import org.calx.risk.tail.FactorHistory;
import org.calx.risk.tail.ShiftKind;

/** Every stretch of so many days of a history as a scenario: what closing out would have met, had it begun then. */
public final class HistoricalStress {
    private HistoricalStress() {}

    /**
     * All stretches, oldest first. Relative shifts are compounded, absolute ones added.
     *
     * @param days names of the shifts' days, for the scenarios' names: first to last
     * @param horizonDays days to close out a position, from 1 to the history's size
     */
    public static List<StressScenario> stretches(FactorHistory history, List<String> days, int horizonDays) {
        if (horizonDays < 1 || horizonDays > history.size()) {
            throw new IllegalArgumentException("the horizon is from 1 to " + history.size() + " days of history");
        }
        List<StressScenario> stretches = new ArrayList<>();
        for (int last = horizonDays - 1; last < history.size(); last++) {
            int first = last - horizonDays + 1;
            String name = horizonDays == 1 ? days.get(last) : days.get(first) + " to " + days.get(last);
            stretches.add(new StressScenario(name, Source.HISTORICAL, shifts(history, first, last)));
        }
        return stretches;
    }

    private static List<FactorShift> shifts(FactorHistory history, int first, int last) {
        List<FactorShift> shifts = new ArrayList<>();
        for (int factor = 0; factor < history.factors().size(); factor++) {
            double total = 0;
            for (int day = first; day <= last; day++) {
                double shift = history.shifts()[day][factor];
                total = history.kind() == ShiftKind.RELATIVE ? (1 + total) * (1 + shift) - 1 : total + shift;
            }
            shifts.add(new FactorShift(history.factors().get(factor), history.kind(), total));
        }
        return shifts;
    }
}
