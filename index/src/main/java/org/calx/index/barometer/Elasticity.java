package org.calx.index.barometer;

/**
 * The price elasticity of demand by two-stage least squares on daily changes of logarithms, the price of electricity the day before as the
 * instrument: it moves what a GPU-hour costs to supply and not how many are wanted. Without an instrument the slope of quantity on
 * price mixes demand with supply. Standard errors allow for heteroskedasticity and correlation (Newey and West, Econometrica 55,
 * 1987); an instrument with an F statistic below 10 is too weak (Staiger and Stock, Econometrica 65, 1997).
 *
 * @param value percent of quantity for a percent of price
 * @param standardError of it
 * @param firstStageF strength of the instrument
 * @param days changes that were used
 */
record Elasticity(double value, double standardError, double firstStageF, int days) {
    /** Fewest changes. */
    static final int FEWEST_DAYS = 60;
    /** Weakest instrument. */
    static final double LEAST_F = 10;

    private static final int LAGS = 5;

    /** The estimate from changes of the logarithms of quantity and price and from the instrument's changes, day by day. */
    static Elasticity of(double[] quantity, double[] price, double[] instrument) {
        int count = quantity.length;
        double[] q = centred(quantity);
        double[] p = centred(price);
        double[] z = centred(instrument);
        double zp = product(z, p);
        double zz = product(z, z);
        double value = product(z, q) / zp;
        double[] score = new double[count];
        double unexplained = 0;
        for (int at = 0; at < count; at++) {
            score[at] = z[at] * (q[at] - value * p[at]);
            double first = p[at] - zp / zz * z[at];
            unexplained += first * first;
        }
        double explained = zp * zp / zz;
        return new Elasticity(
                value, Math.sqrt(longRun(score)) / Math.abs(zp), explained / (unexplained / (count - 2)), count);
    }

    boolean isStrong() {
        return days >= FEWEST_DAYS && firstStageF >= LEAST_F;
    }

    private static double longRun(double[] score) {
        double sum = 0;
        for (int lag = 0; lag <= LAGS; lag++) {
            double weight = lag == 0 ? 1 : 2 * (1 - lag / (LAGS + 1.0));
            for (int at = lag; at < score.length; at++) {
                sum += weight * score[at] * score[at - lag];
            }
        }
        return sum;
    }

    private static double[] centred(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double[] centred = new double[values.length];
        for (int at = 0; at < values.length; at++) {
            centred[at] = values[at] - mean;
        }
        return centred;
    }

    private static double product(double[] left, double[] right) {
        double sum = 0;
        for (int at = 0; at < left.length; at++) {
            sum += left[at] * right[at];
        }
        return sum;
    }
}
