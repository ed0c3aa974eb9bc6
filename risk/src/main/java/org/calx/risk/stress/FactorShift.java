package org.calx.risk.stress;

import org.calx.risk.tail.ShiftKind;

/**
 * How far some factors move in a scenario.
 *
 * @param pattern a factor's name, or how names begin with a {@code *} behind it
 * @param size share of the level for {@link ShiftKind#RELATIVE}, else money per unit
 */
public record FactorShift(String pattern, ShiftKind kind, double size) {

    /** Whether it moves the factor. */
    public boolean concerns(String factor) {
        return pattern.endsWith("*")
                ? factor.startsWith(pattern.substring(0, pattern.length() - 1))
                : factor.equals(pattern);
    }

    /** The move from a level, in money per unit. */
    public double move(double level) {
        return kind == ShiftKind.RELATIVE ? level * size : size;
    }
}
