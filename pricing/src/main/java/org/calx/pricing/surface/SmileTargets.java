package org.calx.pricing.surface;

import java.util.List;
import org.calx.pricing.implied.ImpliedVolatility;

/**
 * What parametric smiles are fitted to: each quote's range of volatilities, from bid to ask. A bid without volatility
 * counts as 0; a quote whose ask has none is left out.
 */
final class SmileTargets {
    private static final double LEAST_HALF_WIDTH = 1e-5;

    private final double[][] logStrike;
    private final double[][] middle;
    private final double[][] perHalfWidth;
    private final double[] years;
    private final int size;

    SmileTargets(List<ExpiryQuotes> expiries) {
        int count = expiries.size();
        logStrike = new double[count][];
        middle = new double[count][];
        perHalfWidth = new double[count][];
        years = new double[count];
        int total = 0;
        for (int i = 0; i < count; i++) {
            fill(i, expiries.get(i));
            total += logStrike[i].length;
        }
        size = total;
    }

    private void fill(int expiry, ExpiryQuotes quotes) {
        years[expiry] = quotes.expiryYears();
        int most = quotes.quotes().size();
        double[] k = new double[most];
        double[] mid = new double[most];
        double[] scale = new double[most];
        int n = 0;
        for (ChainQuote quote : quotes.quotes()) {
            double ask = volatility(quote, years[expiry], quote.ask());
            if (ask > 0) {
                double bid = volatility(quote, years[expiry], quote.bid());
                double low = bid > 0 ? bid : 0;
                k[n] = Math.log(quote.strike());
                mid[n] = (low + ask) / 2;
                scale[n++] = 1 / Math.max((ask - low) / 2, LEAST_HALF_WIDTH);
            }
        }
        logStrike[expiry] = java.util.Arrays.copyOf(k, n);
        middle[expiry] = java.util.Arrays.copyOf(mid, n);
        perHalfWidth[expiry] = java.util.Arrays.copyOf(scale, n);
    }

    private static double volatility(ChainQuote quote, double quoteYears, double price) {
        return ImpliedVolatility.black76(quote.type(), 1, quote.strike(), quoteYears, price, 0)
                .volatility();
    }

    int expiries() {
        return years.length;
    }

    int size() {
        return size;
    }

    int size(int expiry) {
        return logStrike[expiry].length;
    }

    /** Total variance that the quotes nearest to the forward imply; a plain guess where there is none. */
    double varianceAtTheMoney(int expiry) {
        double nearest = Double.POSITIVE_INFINITY;
        double volatility = 0.5;
        for (int i = 0; i < logStrike[expiry].length; i++) {
            double distance = Math.abs(logStrike[expiry][i]);
            if (distance < nearest) {
                nearest = distance;
                volatility = middle[expiry][i];
            }
        }
        return volatility * volatility * years[expiry];
    }

    /** Writes how far a slice's volatilities are from the middles, in half widths. @return the place after the last */
    int residuals(int expiry, SviSlice slice, double[] into, int at) {
        double[] k = logStrike[expiry];
        for (int i = 0; i < k.length; i++) {
            double volatility = Math.sqrt(slice.totalVariance(k[i]) / years[expiry]);
            into[at + i] = (volatility - middle[expiry][i]) * perHalfWidth[expiry][i];
        }
        return at + k.length;
    }
}
