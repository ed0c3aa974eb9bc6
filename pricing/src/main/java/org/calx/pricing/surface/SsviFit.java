package org.calx.pricing.surface;

import java.util.List;
import org.calx.pricing.numeric.LevenbergMarquardt;

/**
 * Fits the surface SVI of Gatheral and Jacquier (2014) with one rho and the power law {@code phi = eta / (theta^gamma (1 +
 * theta)^(1 - gamma))}, gamma up to one half and eta (1 + |rho|) up to 2, which have no arbitrage as long as theta grows.
 */
final class SsviFit {
    private static final double ROBUST_SCALE = 3;
    private static final int STEPS = 80;
    private static final int SHARED = 3;

    private SsviFit() {}

    static VolatilitySurface fit(List<ExpiryQuotes> expiries) {
        List<ExpiryQuotes> sorted = VolatilitySurface.sorted(expiries);
        SmileTargets targets = new SmileTargets(sorted);
        int count = sorted.size();
        double[] free = new double[SHARED + count];
        free[0] = -0.2;
        double before = 0;
        for (int i = 0; i < count; i++) {
            double theta = targets.varianceAtTheMoney(i);
            double added = Math.max(theta - before, 0.01 * theta);
            free[SHARED + i] = Math.log(added);
            before += added;
        }
        LevenbergMarquardt.Residuals residuals = (at, into) -> {
            int place = 0;
            SviSlice[] slices = slices(at);
            for (int i = 0; i < slices.length; i++) {
                place = targets.residuals(i, slices[i], into, place);
            }
        };
        new LevenbergMarquardt(residuals, free.length, targets.size(), ROBUST_SCALE).minimise(free, STEPS, 1e-5);
        return VolatilitySurface.of(sorted, slices(free));
    }

    private static SviSlice[] slices(double[] free) {
        double rho = 0.99 * Math.tanh(free[0]);
        double eta = 2 / (1 + Math.abs(rho)) * logistic(free[1]);
        double gamma = 0.5 * logistic(free[2]);
        SviSlice[] slices = new SviSlice[free.length - SHARED];
        double theta = 0;
        for (int i = 0; i < slices.length; i++) {
            theta += Math.exp(Math.clamp(free[SHARED + i], -30, 5));
            double phi = eta / (Math.pow(theta, gamma) * Math.pow(1 + theta, 1 - gamma));
            slices[i] = SviSlice.ofSurface(theta, rho, theta * phi);
        }
        return slices;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
