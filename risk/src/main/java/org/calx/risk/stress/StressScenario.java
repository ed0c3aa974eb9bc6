package org.calx.risk.stress;

/**
 * One state of the world, far from today's.
 *
 * @param name for reports
 * @param shifts one for each factor, as the portfolio's {@code ShiftKind} has them
 */
public record StressScenario(String name, double[] shifts) {}
