package org.calx.risk.backtest;

/** Whether there are as many exceptions as there should be. Kupiec, Journal of Derivatives 3, 1995. */
public final class Kupiec {
    private Kupiec() {}

    /**
     * The proportion-of-failures test.
     *
     * @param exceptions days whose loss passed the VaR, from 0 to {@code days}
     * @param probability of an exception: 1 − confidence
     */
    public static TestResult test(int exceptions, int days, double probability) {
        if (days < 1 || exceptions < 0 || exceptions > days || !(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "the test needs 0 <= exceptions <= days and a probability within 0 and 1");
        }
        double observed = (double) exceptions / days;
        double ratio = logLikelihood(exceptions, days, probability) - logLikelihood(exceptions, days, observed);
        return TestResult.ofChiSquare(Math.max(0, -2 * ratio), 1);
    }

    /** ln of (1 − p)^(n − x) p^x, with 0 ln 0 = 0. */
    static double logLikelihood(int exceptions, int days, double probability) {
        return term(exceptions, probability) + term(days - exceptions, 1 - probability);
    }

    private static double term(int count, double probability) {
        return count == 0 ? 0 : count * Math.log(probability);
    }
}
