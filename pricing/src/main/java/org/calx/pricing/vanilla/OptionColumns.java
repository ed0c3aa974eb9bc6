package org.calx.pricing.vanilla;

import java.util.Arrays;
import org.calx.pricing.OptionType;

/**
 * European options side by side, one array for each input, so that a kernel can take several at once.
 *
 * <p>The arrays are live: writing into them is the fast way to change a forward or a volatility. Expiries and rates are set
 * through {@link #setTime}, which keeps the square root of time and the discount factor beside them. Arrays are longer
 * than {@link #size} where the vector kernel needs it; the rest holds valid padding.
 */
public final class OptionColumns {
    /** Lanes of the widest vector; arrays are multiples of it. */
    static final int LANES = 8;

    /**
     * Elements after each column, so that columns that follow each other in memory do not lie a multiple of 4 KiB apart: a
     * processor that compares low address bits alone would hold loads back behind stores of other columns.
     */
    static final int GAP = 16;

    final int size;
    final int length;
    final double[] forward;
    final double[] strike;
    final double[] volatility;
    final double[] sign;
    final double[] expiryYears;
    final double[] rate;
    final double[] rootExpiry;
    final double[] discount;

    /** @param size number of options, at least 0 */
    public OptionColumns(int size) {
        this.size = size;
        length = Math.ceilDiv(size, LANES) * LANES;
        forward = filled(length);
        strike = filled(length);
        volatility = filled(length);
        sign = filled(length);
        expiryYears = filled(length);
        rate = new double[length + GAP];
        rootExpiry = filled(length);
        discount = filled(length);
    }

    private static double[] filled(int length) {
        double[] column = new double[length + GAP];
        Arrays.fill(column, 1);
        return column;
    }

    /** Sets one option whole. */
    public void set(
            int i, OptionType type, double forward, double strike, double expiryYears, double volatility, double rate) {
        this.sign[i] = type.sign();
        this.forward[i] = forward;
        this.strike[i] = strike;
        this.volatility[i] = volatility;
        setTime(i, expiryYears, rate);
    }

    /** Sets an option's time to expiry, years, not negative, and its continuous rate. */
    public void setTime(int i, double expiryYears, double rate) {
        setTime(i, expiryYears, rate, Math.exp(-rate * expiryYears));
    }

    /** The same for who has the discount factor, {@code exp(-rate expiryYears)}, already. */
    public void setTime(int i, double expiryYears, double rate, double discount) {
        this.expiryYears[i] = expiryYears;
        this.rate[i] = rate;
        this.discount[i] = discount;
        rootExpiry[i] = Math.sqrt(expiryYears);
    }

    /** Copies types, strikes, times and rates of options to others, without a root and an exponential for each. */
    public void copyTerms(int from, int to, int count) {
        System.arraycopy(sign, from, sign, to, count);
        System.arraycopy(strike, from, strike, to, count);
        System.arraycopy(expiryYears, from, expiryYears, to, count);
        System.arraycopy(rate, from, rate, to, count);
        System.arraycopy(rootExpiry, from, rootExpiry, to, count);
        System.arraycopy(discount, from, discount, to, count);
    }

    public int size() {
        return size;
    }

    /** Options with the padding that fills the last vector. */
    public int length() {
        return length;
    }

    /** Live column of forwards. */
    public double[] forward() {
        return forward;
    }

    /** Live column of strikes. */
    public double[] strike() {
        return strike;
    }

    /** Live column of volatilities. */
    public double[] volatility() {
        return volatility;
    }

    /** Live column of types: +1 a call, -1 a put. */
    public double[] sign() {
        return sign;
    }

    /** Expiries; change them through {@link #setTime}. */
    public double[] expiryYears() {
        return expiryYears;
    }

    /** Rates; change them through {@link #setTime}. */
    public double[] rate() {
        return rate;
    }

    /** Square roots of the expiries; change them through {@link #setTime}. */
    public double[] rootExpiry() {
        return rootExpiry;
    }

    /** Discount factors; change them through {@link #setTime}. */
    public double[] discount() {
        return discount;
    }
}
