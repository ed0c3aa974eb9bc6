package org.calx.risk.backtest;

/**
 * Whether expected shortfall held: the first and second test of Acerbi and Székely, "Back-testing expected shortfall", Risk,
 * December 2014. Both are 0 on average where the forecast is right, and below 0 where losses were larger.
 *
 * @param conditional Z1 = 1 − mean of loss / ES over the exceptions; NaN without an exception
 * @param unconditional Z2 = 1 − Σ over exceptions of loss / ES, over days × (1 − confidence)
 */
public record AcerbiSzekely(double conditional, double unconditional) {
    /** Z2 below this rejects at 5 %: nearly the same for all distributions of returns, say the authors. */
    public static final double CRITICAL_5_PERCENT = -0.70;

    /** Z2 below this rejects at 0.01 %. */
    public static final double CRITICAL_1_BASIS_POINT = -1.8;

    /**
     * Computes both.
     *
     * @param losses of each day, below 0 for gains
     * @param valuesAtRisk forecast for each day
     * @param shortfalls expected shortfall forecast for each day, above 0
     * @param probability 1 − confidence of the forecasts
     */
    public static AcerbiSzekely of(double[] losses, double[] valuesAtRisk, double[] shortfalls, double probability) {
        double sum = 0;
        int exceptions = 0;
        for (int day = 0; day < losses.length; day++) {
            if (losses[day] > valuesAtRisk[day]) {
                sum += losses[day] / shortfalls[day];
                exceptions++;
            }
        }
        return new AcerbiSzekely(1 - sum / exceptions, 1 - sum / (losses.length * probability));
    }

    /** Whether Z2 rejects the forecast at 5 %. */
    public boolean isRejected() {
        return unconditional < CRITICAL_5_PERCENT;
    }
}
