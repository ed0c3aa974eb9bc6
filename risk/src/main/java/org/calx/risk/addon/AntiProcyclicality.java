package org.calx.risk.addon;

/**
 * The three ways in which a margin estimate is kept from falling too low in quiet times and rising too fast in others
 * (EMIR, Commission Delegated Regulation 153/2013, article 28).
 */
public enum AntiProcyclicality {
    /** None: the estimate as it is. */
    NONE,

    /**
     * A quarter on top, used up as the estimate rises above its long-run level: 1.25 times the estimate, but no more than
     * 1.25 times the long run's, and never below the estimate.
     */
    BUFFER,

    /** A quarter of the weight on the estimate for stressed times. */
    STRESS_WEIGHT,

    /** Never below the estimate from the long run, ten years or as much as there is. */
    LONG_RUN_FLOOR;

    private static final double QUARTER = 0.25;

    /**
     * The estimate to use.
     *
     * @param current from recent times
     * @param longRun from the long run
     * @param stressed from stressed times
     */
    public double apply(double current, double longRun, double stressed) {
        return switch (this) {
            case NONE -> current;
            case BUFFER -> Math.max(current, (1 + QUARTER) * Math.min(current, longRun));
            case STRESS_WEIGHT -> (1 - QUARTER) * current + QUARTER * stressed;
            case LONG_RUN_FLOOR -> Math.max(current, longRun);
        };
    }
}
