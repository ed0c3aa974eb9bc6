package org.calx.pricing.surface;

/**
 * The extended surface SVI of S. Hendriks and C. Martini over all expiries, in the parametrisation of A. Mingone, "No arbitrage
 * global parametrization for the eSSVI volatility surface", 2022: any real numbers give a surface without arbitrage.
 *
 * <p>Of each expiry three numbers: the inverse hyperbolic tangent of rho; the logarithm of the variance at the money that is added
 * to what the calendar demands; and the logit of where psi lies between its least value, at which the wings of the
 * last expiry are not crossed, and its greatest, at which this or a later expiry would have a butterfly.
 */
final class EssviParameters {
    private static final double MOST_CORRELATION = 0.995;
    private static final double MOST_LOGIT = 30;

    private final int expiries;
    private final double[] rho;
    private final double[] theta;
    private final double[] growth;
    private final double[] greatest;
    private final double[] psi;

    EssviParameters(int expiries) {
        this.expiries = expiries;
        rho = new double[expiries];
        theta = new double[expiries];
        growth = new double[expiries];
        greatest = new double[expiries];
        psi = new double[expiries];
    }

    /** Takes a point of three numbers an expiry. */
    void set(double[] point) {
        for (int i = 0; i < expiries; i++) {
            rho[i] = MOST_CORRELATION * Math.tanh(point[3 * i]);
            growth[i] = i == 0 ? 1 : growth(rho[i - 1], rho[i]);
            double demanded = i == 0 ? 0 : theta[i - 1] * growth[i];
            theta[i] = demanded + Math.exp(Math.clamp(point[3 * i + 1], -MOST_LOGIT, MOST_LOGIT));
        }
        // From the last expiry back: what it permits, seen through the growth that the wings must have until then.
        for (int i = expiries - 1; i >= 0; i--) {
            double own = mostPsi(theta[i], rho[i]);
            greatest[i] = i == expiries - 1 ? own : Math.min(own, greatest[i + 1] / growth[i + 1]);
        }
        for (int i = 0; i < expiries; i++) {
            double least = i == 0 ? 0 : psi[i - 1] * growth[i];
            double most = i == 0 ? greatest[0] : Math.min(greatest[i], psi[i - 1] * theta[i] / theta[i - 1]);
            psi[i] = least + (most - least) / (1 + Math.exp(-Math.clamp(point[3 * i + 2], -MOST_LOGIT, MOST_LOGIT)));
        }
    }

    /** How much steeper the wings must become so that neither crosses the last expiry's. */
    private static double growth(double before, double after) {
        return Math.max((1 + before) / (1 + after), (1 - before) / (1 - after));
    }

    /** Gatheral and Jacquier's bounds for a slice without butterflies. */
    static double mostPsi(double theta, double rho) {
        double steep = 1 + Math.abs(rho);
        return Math.min(4 / steep, 2 * Math.sqrt(theta / steep));
    }

    /** The point whose surface is next to the given slices; where they break the order of time, next to what keeps it. */
    static double[] near(double[] theta, double[] rho, double[] psi) {
        int count = theta.length;
        double[] point = new double[3 * count];
        EssviParameters so = new EssviParameters(count);
        for (int i = 0; i < count; i++) {
            double share = Math.clamp(rho[i] / MOST_CORRELATION, -0.999, 0.999);
            point[3 * i] = 0.5 * Math.log((1 + share) / (1 - share));
            so.rho[i] = MOST_CORRELATION * share;
            double demanded = i == 0 ? 0 : so.theta[i - 1] * growth(so.rho[i - 1], so.rho[i]);
            double added = Math.max(theta[i] - demanded, 1e-3 * theta[i]);
            so.theta[i] = demanded + added;
            point[3 * i + 1] = Math.log(added);
        }
        // Each psi's range depends on those before it, so they are placed one after the other.
        for (int i = 0; i < count; i++) {
            so.set(point);
            double least = i == 0 ? 0 : so.psi[i - 1] * so.growth[i];
            double most =
                    i == 0 ? so.greatest[0] : Math.min(so.greatest[i], so.psi[i - 1] * so.theta[i] / so.theta[i - 1]);
            double share = most > least ? Math.clamp((psi[i] - least) / (most - least), 0.02, 0.98) : 0.5;
            point[3 * i + 2] = Math.log(share / (1 - share));
        }
        return point;
    }

    SviSlice slice(int expiry) {
        return SviSlice.ofSurface(theta[expiry], rho[expiry], psi[expiry]);
    }
}
