package org.calx.pricing.surface;

import java.util.List;
import org.calx.pricing.numeric.LevenbergMarquardt;

/**
 * Fits all expiries at once by {@link EssviParameters}, to the volatilities of bids and asks in units of half their distance; a
 * quote many half widths away counts little. Not for two threads at once.
 *
 * <p>The first fit begins at slices that were fitted one by one; later ones at the last fit's end, which takes few steps.
 */
public final class EssviFit {
    private static final double ROBUST_SCALE = 3;
    private static final double TOLERANCE = 1e-4;
    private static final int COLD_STEPS = 60;
    private static final int WARM_STEPS = 6;

    private double[] point;

    /** Fits; where the number of expiries is the last fit's, from its end. @param expiries at least one, in any order */
    public VolatilitySurface fit(List<ExpiryQuotes> expiries) {
        List<ExpiryQuotes> sorted = VolatilitySurface.sorted(expiries);
        SmileTargets targets = new SmileTargets(sorted);
        int count = sorted.size();
        boolean warm = point != null && point.length == 3 * count;
        if (!warm) {
            point = start(targets);
        }
        EssviParameters parameters = new EssviParameters(count);
        LevenbergMarquardt.Residuals residuals = (at, into) -> {
            parameters.set(at);
            int place = 0;
            for (int i = 0; i < count; i++) {
                place = targets.residuals(i, parameters.slice(i), into, place);
            }
        };
        new LevenbergMarquardt(residuals, 3 * count, targets.size(), ROBUST_SCALE)
                .minimise(point, warm ? WARM_STEPS : COLD_STEPS, TOLERANCE);
        parameters.set(point);
        SmileSlice[] slices = new SmileSlice[count];
        for (int i = 0; i < count; i++) {
            slices[i] = parameters.slice(i);
        }
        return VolatilitySurface.of(sorted, slices);
    }

    private static double[] start(SmileTargets targets) {
        int count = targets.expiries();
        double[] theta = new double[count];
        double[] rho = new double[count];
        double[] psi = new double[count];
        for (int i = 0; i < count; i++) {
            double[] slice = slice(targets, i);
            theta[i] = slice[0];
            rho[i] = slice[1];
            psi[i] = slice[2];
        }
        return EssviParameters.near(theta, rho, psi);
    }

    /** Theta, rho and psi of one expiry by itself. */
    private static double[] slice(SmileTargets targets, int expiry) {
        double[] free = {Math.log(targets.varianceAtTheMoney(expiry)), -0.2, 0};
        LevenbergMarquardt.Residuals residuals =
                (at, into) -> targets.residuals(expiry, SviSlice.ofSurface(theta(at), rho(at), psi(at)), into, 0);
        new LevenbergMarquardt(residuals, 3, targets.size(expiry), ROBUST_SCALE).minimise(free, COLD_STEPS, TOLERANCE);
        return new double[] {theta(free), rho(free), psi(free)};
    }

    private static double theta(double[] free) {
        return Math.exp(free[0]);
    }

    private static double rho(double[] free) {
        return 0.99 * Math.tanh(free[1]);
    }

    private static double psi(double[] free) {
        return EssviParameters.mostPsi(theta(free), rho(free)) / (1 + Math.exp(-free[2]));
    }
}
