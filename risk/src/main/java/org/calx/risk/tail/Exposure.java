package org.calx.risk.tail;

/**
 * What a position gains as one risk factor moves: delta and gamma, at a level.
 *
 * @param name of the position, for reports
 * @param factor index of its risk factor
 * @param units signed units of the underlying: lots × units per lot
 * @param level the factor's level today, in money per unit
 * @param delta gain per unit of the factor's rise; 1 for a future
 * @param gamma change of delta per unit of the factor's rise; 0 for a future
 */
public record Exposure(String name, int factor, double units, double level, double delta, double gamma) {

    /** Loss as the factor moves, in money; below 0 for a gain. */
    public double loss(double move) {
        return -units * move * (delta + 0.5 * gamma * move);
    }
}
