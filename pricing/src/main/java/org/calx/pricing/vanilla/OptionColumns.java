package org.calx.pricing.vanilla;

import java.util.Arrays;
import org.calx.pricing.OptionType;

/**
 * European options in groups of as many as a vector has lanes: of a group first all forwards, then all strikes, and so on, so that a
 * kernel takes one input of a group at once and everything of a group from one place in memory.
 *
 * <p>Forwards and volatilities change by themselves; expiries and rates are set through {@link #setTime}, which keeps the square root
 * of time and the discount factor beside them. The last group is filled up with valid options beyond {@link #size}.
 */
public final class OptionColumns {
    /** Options of a group: a power of two. */
    public static final int GROUP = Kernels.lanes();

    /** Where the inputs of a group begin in {@link #cells}, after {@link #group}. */
    public static final int FORWARD = 0;

    public static final int STRIKE = GROUP;
    public static final int VOLATILITY = 2 * GROUP;
    public static final int ROOT_EXPIRY = 3 * GROUP;
    public static final int DISCOUNT = 4 * GROUP;

    /** +1 a call, -1 a put. */
    public static final int SIGN = 5 * GROUP;

    public static final int RATE = 6 * GROUP;
    public static final int EXPIRY_YEARS = 7 * GROUP;
    private static final int COLUMNS = 8;

    private final int size;
    private final int length;
    private final double[] cells;

    /** @param size number of options, at least 0 */
    public OptionColumns(int size) {
        this.size = size;
        length = Math.ceilDiv(size, GROUP) * GROUP;
        cells = new double[COLUMNS * length];
        Arrays.fill(cells, 1);
    }

    /** Sets one option whole. */
    public void set(
            int i, OptionType type, double forward, double strike, double expiryYears, double volatility, double rate) {
        int at = place(i);
        cells[at + SIGN] = type.sign();
        cells[at + FORWARD] = forward;
        cells[at + STRIKE] = strike;
        cells[at + VOLATILITY] = volatility;
        setTime(i, expiryYears, rate);
    }

    public void setForward(int i, double forward) {
        cells[place(i) + FORWARD] = forward;
    }

    public void setVolatility(int i, double volatility) {
        cells[place(i) + VOLATILITY] = volatility;
    }

    /** Sets an option's time to expiry, years, not negative, and its continuous rate. */
    public void setTime(int i, double expiryYears, double rate) {
        setTime(i, expiryYears, rate, Math.exp(-rate * expiryYears));
    }

    /** The same for who has the discount factor, {@code exp(-rate expiryYears)}, already. */
    public void setTime(int i, double expiryYears, double rate, double discount) {
        int at = place(i);
        cells[at + EXPIRY_YEARS] = expiryYears;
        cells[at + RATE] = rate;
        cells[at + DISCOUNT] = discount;
        cells[at + ROOT_EXPIRY] = Math.sqrt(expiryYears);
    }

    /** Copies whole groups of options to others, without a root and an exponential for each; all three are multiples of a group. */
    public void copy(int from, int to, int count) {
        System.arraycopy(cells, group(from), cells, group(to), COLUMNS * count);
    }

    public int size() {
        return size;
    }

    /** Options with those that fill the last group. */
    public int length() {
        return length;
    }

    public double forward(int i) {
        return cells[place(i) + FORWARD];
    }

    public double strike(int i) {
        return cells[place(i) + STRIKE];
    }

    public double volatility(int i) {
        return cells[place(i) + VOLATILITY];
    }

    /** +1 a call, -1 a put. */
    public double sign(int i) {
        return cells[place(i) + SIGN];
    }

    public OptionType type(int i) {
        return sign(i) > 0 ? OptionType.CALL : OptionType.PUT;
    }

    public double expiryYears(int i) {
        return cells[place(i) + EXPIRY_YEARS];
    }

    public double rate(int i) {
        return cells[place(i) + RATE];
    }

    /** Square root of the expiry. */
    public double rootExpiry(int i) {
        return cells[place(i) + ROOT_EXPIRY];
    }

    public double discount(int i) {
        return cells[place(i) + DISCOUNT];
    }

    /** All inputs, live, for kernels. */
    public double[] cells() {
        return cells;
    }

    /** Where the group that begins with option i, a multiple of {@link #GROUP}, begins. */
    public static int group(int i) {
        return COLUMNS * i;
    }

    private static int place(int i) {
        int lane = i & GROUP - 1;
        return group(i - lane) + lane;
    }
}
