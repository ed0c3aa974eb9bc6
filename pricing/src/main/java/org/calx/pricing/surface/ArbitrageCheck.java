package org.calx.pricing.surface;

/**
 * Counts static arbitrage on a fine grid of strikes at every expiry and half-way between: second differences of the call
 * below zero (butterfly) and calls below an earlier one (calendar), beyond the rounding of doubles.
 *
 * @param butterflyViolations grid points
 * @param calendarViolations grid points
 */
public record ArbitrageCheck(int butterflyViolations, int calendarViolations) {
    private static final int POINTS = 500;
    private static final double ROUNDING = 2e-15;

    public static ArbitrageCheck of(VolatilitySurface surface) {
        int butterfly = 0;
        int calendar = 0;
        int last = surface.expiries() - 1;
        double widest = 6 * surface.volatility(surface.expiryYears(last), 1) * Math.sqrt(surface.expiryYears(last));
        double[] before = new double[POINTS];
        double earlier = 0;
        for (int step = 0; step <= 2 * last; step++) {
            int expiry = step / 2;
            double years = step % 2 == 0
                    ? surface.expiryYears(expiry)
                    : (surface.expiryYears(expiry) + surface.expiryYears(expiry + 1)) / 2;
            double[] calls = calls(surface, years, widest);
            for (int i = 0; i < POINTS; i++) {
                calendar += earlier > 0 && calls[i] < before[i] - ROUNDING ? 1 : 0;
                butterfly += i > 0 && i < POINTS - 1 && isConcave(calls, i, widest) ? 1 : 0;
            }
            before = calls;
            earlier = years;
        }
        return new ArbitrageCheck(butterfly, calendar);
    }

    /** Whether none was found. */
    public boolean isFree() {
        return butterflyViolations == 0 && calendarViolations == 0;
    }

    private static double strike(int i, double widest) {
        return Math.exp(widest * (2.0 * i / (POINTS - 1) - 1));
    }

    private static double[] calls(VolatilitySurface surface, double years, double widest) {
        double[] calls = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            calls[i] = surface.call(years, strike(i, widest));
        }
        return calls;
    }

    /** Whether the call lies above the chord of its neighbours. */
    private static boolean isConcave(double[] calls, int i, double widest) {
        double left = strike(i - 1, widest);
        double here = strike(i, widest);
        double right = strike(i + 1, widest);
        double chord = calls[i - 1] + (calls[i + 1] - calls[i - 1]) * (here - left) / (right - left);
        return calls[i] > chord + ROUNDING;
    }
}
