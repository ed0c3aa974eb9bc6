package org.calx.pricing.average;

import org.calx.pricing.OptionType;
import org.calx.pricing.numeric.Normal;
import org.calx.pricing.vanilla.Black76;

/** European options on a mean. All take a discount factor to the payment, above 0, and a strike of any sign. */
public final class AverageOption {
    private static final int MOST_STEPS = 200;
    private static final double WIDEST = 40;

    private AverageOption() {}

    /** On the geometric mean; exact, since the logarithm of the mean is normal. The strike is above 0. */
    public static double geometric(OptionType type, AverageTerms terms, double strike, double discount) {
        int n = terms.fixings();
        double logMean = terms.fixedLogSum() / n;
        double variance = 0;
        for (int i = 0; i < terms.unknown(); i++) {
            logMean += (Math.log(terms.forwards()[i]) - terms.variances()[i] / 2) / n;
            variance += covariance(terms, i) / ((double) n * n);
        }
        return discount * Black76.price(type, Math.exp(logMean + variance / 2), strike, 1, Math.sqrt(variance), 0);
    }

    /**
     * On the arithmetic mean, as if it were log-normal with its own first two moments: S. Turnbull and L. Wakeman, "A quick
     * algorithm for pricing European average options", 1991.
     */
    public static double turnbullWakeman(OptionType type, AverageTerms terms, double strike, double discount) {
        double remaining = terms.remainingStrike(strike);
        double mean = 0;
        double square = 0;
        double later = 0;
        for (int i = terms.unknown() - 1; i >= 0; i--) {
            double forward = terms.forwards()[i] / terms.fixings();
            square += forward * (forward + 2 * later) * Math.exp(terms.variances()[i]);
            later += forward;
            mean += forward;
        }
        if (remaining <= 0) {
            return discount * type.intrinsic(mean, remaining);
        }
        double variance = Math.max(Math.log(square / (mean * mean)), 0);
        return discount * Black76.price(type, mean, remaining, 1, Math.sqrt(variance), 0);
    }

    /**
     * On the arithmetic mean, by its expectation given the geometric one: M. Curran, "Valuing Asian and portfolio options by
     * conditioning on the geometric mean price", 1994, in the form of Rogers and Shi's lower bound, which is within 1e-4 of
     * the price at common volatilities.
     */
    public static double curran(OptionType type, AverageTerms terms, double strike, double discount) {
        double remaining = terms.remainingStrike(strike);
        double mean = terms.expectedMean() - terms.fixedSum() / terms.fixings();
        double[] load = loads(terms);
        if (remaining <= 0 || load[load.length - 1] == 0) {
            return discount * type.intrinsic(mean, remaining);
        }
        double threshold = threshold(terms, load, remaining);
        double call = -remaining * Normal.cumulative(-threshold);
        for (int i = 0; i < load.length; i++) {
            call += terms.forwards()[i] / terms.fixings() * Normal.cumulative(load[i] - threshold);
        }
        call = Math.max(call, Math.max(mean - remaining, 0));
        return discount * (type == OptionType.CALL ? call : call - (mean - remaining));
    }

    /** Covariances of each fixing's logarithm with the standardised geometric mean. */
    private static double[] loads(AverageTerms terms) {
        double[] load = new double[terms.unknown()];
        double variance = 0;
        for (int i = 0; i < load.length; i++) {
            load[i] = covariance(terms, i);
            variance += load[i];
        }
        for (int i = 0; i < load.length && variance > 0; i++) {
            load[i] /= Math.sqrt(variance);
        }
        return load;
    }

    /** Sum over j of the covariance of fixings i and j: the variance to the earlier one. */
    private static double covariance(AverageTerms terms, int i) {
        double sum = (terms.unknown() - i) * terms.variances()[i];
        for (int j = 0; j < i; j++) {
            sum += terms.variances()[j];
        }
        return sum;
    }

    /** Where the conditional mean passes the strike; it grows with the geometric mean, so bisection finds it. */
    private static double threshold(AverageTerms terms, double[] load, double strike) {
        double low = -WIDEST;
        double high = WIDEST;
        for (int i = 0; i < MOST_STEPS && high - low > 1e-14 * WIDEST; i++) {
            double middle = (low + high) / 2;
            double mean = 0;
            for (int j = 0; j < load.length; j++) {
                mean += terms.forwards()[j] / terms.fixings() * Math.exp(load[j] * (middle - load[j] / 2));
            }
            if (mean < strike) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
