package org.calx.risk.backtest;

import org.calx.risk.numeric.ChiSquare;

/**
 * A likelihood-ratio test.
 *
 * @param statistic chi-square distributed under the hypothesis
 * @param pValue probability of a larger statistic under the hypothesis
 */
public record TestResult(double statistic, double pValue) {
    static TestResult ofChiSquare(double statistic, int degreesOfFreedom) {
        return new TestResult(statistic, ChiSquare.survival(statistic, degreesOfFreedom));
    }

    /** Whether the hypothesis is given up at a level such as 0.05. */
    public boolean isRejected(double level) {
        return pValue < level;
    }
}
