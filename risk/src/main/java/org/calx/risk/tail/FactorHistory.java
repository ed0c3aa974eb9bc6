package org.calx.risk.tail;

import java.util.Arrays;
import java.util.List;

/**
 * Past shifts of risk factors, day by day, the same day in a row for all, so that what moved together stays together.
 *
 * @param factors names
 * @param shifts one row per day, oldest first, one column per factor: relative or absolute changes
 */
public record FactorHistory(List<String> factors, ShiftKind kind, double[][] shifts) {

    /**
     * Takes shifts from levels.
     *
     * @param levels one row per day, oldest first
     * @throws IllegalArgumentException if a relative shift needs a level that is not above 0, with row and factor
     */
    public static FactorHistory ofLevels(List<String> factors, ShiftKind kind, double[][] levels) {
        if (levels.length < 2) {
            throw new IllegalArgumentException("a history needs two levels or more of each factor");
        }
        double[][] shifts = new double[levels.length - 1][factors.size()];
        for (int day = 1; day < levels.length; day++) {
            for (int factor = 0; factor < factors.size(); factor++) {
                double before = levels[day - 1][factor];
                double after = levels[day][factor];
                if (kind == ShiftKind.RELATIVE && !(before > 0 && after > 0)) {
                    throw new IllegalArgumentException("relative shifts need levels above 0; " + factors.get(factor)
                            + " is not in row " + (before > 0 ? day + 1 : day));
                }
                shifts[day - 1][factor] = kind == ShiftKind.RELATIVE ? after / before - 1 : after - before;
            }
        }
        return new FactorHistory(factors, kind, shifts);
    }

    /** Days. */
    public int size() {
        return shifts.length;
    }

    /** One factor's shifts. */
    public double[] column(int factor) {
        double[] column = new double[shifts.length];
        for (int day = 0; day < column.length; day++) {
            column[day] = shifts[day][factor];
        }
        return column;
    }

    /** The days from one (inclusive) to another (exclusive). */
    public FactorHistory window(int from, int to) {
        return new FactorHistory(factors, kind, Arrays.copyOfRange(shifts, from, to));
    }
}
