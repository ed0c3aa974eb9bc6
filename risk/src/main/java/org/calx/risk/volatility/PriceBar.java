package org.calx.risk.volatility;

/**
 * Opening, highest, lowest and closing price of a period, all above 0.
 *
 * @throws IllegalArgumentException if one is not a finite number above 0, or opening or closing price lies outside the range
 */
public record PriceBar(double open, double high, double low, double close) {
    public PriceBar {
        boolean ordered = low <= Math.min(open, close) && Math.max(open, close) <= high;
        if (!(low > 0) || !ordered || !Double.isFinite(high)) {
            throw new IllegalArgumentException("a bar needs 0 < low <= open, close <= high");
        }
    }
}
