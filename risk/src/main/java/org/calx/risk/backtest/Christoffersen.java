package org.calx.risk.backtest;

/**
 * Whether exceptions come one by one or in clusters. Christoffersen, International Economic Review 39, 1998.
 *
 * @param calmThenCalm days without exception after one without
 * @param calmThenException exceptions after a day without
 * @param exceptionThenCalm days without exception after an exception
 * @param exceptionThenException exceptions after an exception
 */
public record Christoffersen(
        int calmThenCalm, int calmThenException, int exceptionThenCalm, int exceptionThenException) {

    /** Counts transitions from day to day. */
    public static Christoffersen of(boolean[] exceptions) {
        int[] counts = new int[4];
        for (int day = 1; day < exceptions.length; day++) {
            counts[(exceptions[day - 1] ? 2 : 0) + (exceptions[day] ? 1 : 0)]++;
        }
        return new Christoffersen(counts[0], counts[1], counts[2], counts[3]);
    }

    /** The test of independence: is an exception as likely after an exception as after a calm day? */
    public TestResult independence() {
        int afterCalm = calmThenCalm + calmThenException;
        int afterException = exceptionThenCalm + exceptionThenException;
        int exceptions = calmThenException + exceptionThenException;
        double together = logLikelihood(exceptions, afterCalm + afterException);
        double apart =
                logLikelihood(calmThenException, afterCalm) + logLikelihood(exceptionThenException, afterException);
        return TestResult.ofChiSquare(Math.max(0, -2 * (together - apart)), 1);
    }

    /** The test of right number and independence at once: the two statistics summed. */
    public TestResult conditionalCoverage(TestResult kupiec) {
        return TestResult.ofChiSquare(kupiec.statistic() + independence().statistic(), 2);
    }

    private static double logLikelihood(int exceptions, int days) {
        return days == 0 ? 0 : Kupiec.logLikelihood(exceptions, days, (double) exceptions / days);
    }
}
