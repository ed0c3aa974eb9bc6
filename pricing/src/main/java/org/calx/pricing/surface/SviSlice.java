package org.calx.pricing.surface;

import org.calx.pricing.OptionType;
import org.calx.pricing.vanilla.Black76;

/**
 * J. Gatheral's stochastic volatility inspired smile in raw form: total variance
 * {@code w(k) = a + b (rho (k - m) + sqrt((k - m)^2 + sigma^2))} at {@code k = ln(strike / forward)}.
 *
 * @param b not negative
 * @param rho between -1 and 1
 * @param sigma above 0
 */
public record SviSlice(double a, double b, double rho, double m, double sigma) implements SmileSlice {
    private static final double LEAST_VARIANCE = 1e-12;
    private static final int GRID = 500;
    private static final double FAR = 10;

    /**
     * A slice of the surface SVI of J. Gatheral and A. Jacquier, "Arbitrage-free SVI volatility surfaces", 2014:
     * {@code w = (theta + rho psi k + sqrt((psi k + theta rho)^2 + theta^2 (1 - rho^2))) / 2}.
     *
     * @param theta total variance at the money, above 0
     * @param psi theta times phi, above 0: twice the steepness of both wings
     */
    public static SviSlice ofSurface(double theta, double rho, double psi) {
        double phi = psi / theta;
        double root = Math.sqrt(1 - rho * rho);
        return new SviSlice(theta * (1 - rho * rho) / 2, psi / 2, rho, -rho / phi, root / phi);
    }

    /** Total variance at a logarithm of strike over forward. */
    public double totalVariance(double k) {
        double x = k - m;
        return Math.max(a + b * (rho * x + Math.sqrt(x * x + sigma * sigma)), LEAST_VARIANCE);
    }

    @Override
    public double call(double strike, double furtherVariance) {
        double variance = totalVariance(Math.log(strike)) + furtherVariance;
        return Black76.undiscounted(OptionType.CALL, 1, strike, Math.sqrt(variance));
    }

    /** Gatheral's g, whose sign is that of the density at k. */
    double density(double k) {
        double x = k - m;
        double root = Math.sqrt(x * x + sigma * sigma);
        double w = a + b * (rho * x + root);
        double first = b * (rho + x / root);
        double second = b * sigma * sigma / (root * root * root);
        double slope = 1 - k * first / (2 * w);
        return slope * slope - first * first / 4 * (1 / w + 0.25) + second / 2;
    }

    /** Whether the density is above 0 on fine grids of twelve deviations and of ten either way, and the wings rise by less than 2. */
    boolean isFreeOfButterflies() {
        double near = 12 * Math.sqrt(totalVariance(0)) + Math.abs(m) + 5 * sigma;
        for (int i = -GRID; i <= GRID; i++) {
            double share = (double) i / GRID;
            if (!(isDense(near * share) && isDense(FAR * share))) {
                return false;
            }
        }
        return b * (1 + Math.abs(rho)) < 2;
    }

    private boolean isDense(double k) {
        return a + b * (rho * (k - m) + Math.hypot(k - m, sigma)) > LEAST_VARIANCE && density(k) > 0;
    }

    /** The slice whose parameters lie a share of the way to another's. */
    SviSlice towards(SviSlice other, double share) {
        return new SviSlice(
                a + share * (other.a - a),
                b + share * (other.b - b),
                rho + share * (other.rho - rho),
                m + share * (other.m - m),
                sigma + share * (other.sigma - sigma));
    }
}
