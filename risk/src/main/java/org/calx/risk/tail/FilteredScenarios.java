package org.calx.risk.tail;

import org.calx.risk.volatility.ErrorDistribution;
import org.calx.risk.volatility.VolatilityFitter;
import org.calx.risk.volatility.VolatilityModel;

/**
 * Filtered historical simulation: each past shift over the volatility forecast for its day, times the forecast for tomorrow
 * (Barone-Adesi, Giannopoulos and Vosper, Journal of Futures Markets 19, 1999). All factors keep the same day's index.
 */
public final class FilteredScenarios implements ShiftScenarios {
    /** Weight of the last variance that RiskMetrics (1996) uses for daily returns. */
    public static final double DAILY_DECAY = 0.94;

    private final double[][] scaled;

    private FilteredScenarios(double[][] scaled) {
        this.scaled = scaled;
    }

    /**
     * Filters by exponentially weighted volatility about a mean of 0.
     *
     * @param decay λ, from 0 to below 1
     * @param lowestScale floor of tomorrow's volatility over a day's, against margin that falls too far in calm times; 0 for
     *     none
     */
    public static FilteredScenarios byDecay(FactorHistory history, double decay, double lowestScale) {
        double[][] volatilities = new double[history.factors().size()][];
        for (int factor = 0; factor < volatilities.length; factor++) {
            volatilities[factor] = decayed(history.column(factor), decay);
        }
        return scaled(history, volatilities, lowestScale);
    }

    /**
     * Filters by a fitted model with normal errors; the mean is fitted too.
     *
     * @throws IllegalArgumentException if a factor's shifts cannot be fitted
     */
    public static FilteredScenarios byModel(FactorHistory history, VolatilityModel model, double lowestScale) {
        double[][] volatilities = new double[history.factors().size()][];
        for (int factor = 0; factor < volatilities.length; factor++) {
            double[] variances = VolatilityFitter.fit(history.column(factor), model, ErrorDistribution.NORMAL)
                    .variances();
            volatilities[factor] = roots(variances);
        }
        return scaled(history, volatilities, lowestScale);
    }

    /** Forecast for each day and one more; the first is the sample's own. */
    private static double[] decayed(double[] shifts, double decay) {
        double meanSquare = 0;
        for (double shift : shifts) {
            meanSquare += shift * shift / shifts.length;
        }
        double[] variances = new double[shifts.length + 1];
        variances[0] = meanSquare;
        for (int day = 0; day < shifts.length; day++) {
            variances[day + 1] = decay * variances[day] + (1 - decay) * shifts[day] * shifts[day];
        }
        return roots(variances);
    }

    private static double[] roots(double[] variances) {
        double[] roots = new double[variances.length];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = Math.sqrt(variances[i]);
        }
        return roots;
    }

    private static FilteredScenarios scaled(FactorHistory history, double[][] volatilities, double lowestScale) {
        int days = history.size();
        double[][] scaled = new double[days][volatilities.length];
        for (int factor = 0; factor < volatilities.length; factor++) {
            double tomorrow = volatilities[factor][days];
            for (int day = 0; day < days; day++) {
                double then = volatilities[factor][day];
                double scale = then > 0 ? Math.max(lowestScale, tomorrow / then) : 0;
                scaled[day][factor] = history.shifts()[day][factor] * scale;
            }
        }
        return new FilteredScenarios(scaled);
    }

    @Override
    public int size() {
        return scaled.length;
    }

    @Override
    public void shifts(int scenario, double[] into) {
        System.arraycopy(scaled[scenario], 0, into, 0, into.length);
    }
}
