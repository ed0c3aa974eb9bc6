package org.calx.pricing.vanilla;

/**
 * What a kernel computes, in the groups of {@link OptionColumns}.
 *
 * <p>Derivatives are of the discounted price, by the forward (delta, gamma, speed), the volatility (vega, volga), both
 * (vanna) and the passing of time (theta, and charm for delta), per 1.00 and per year. Rho holds the forward.
 */
public final class ValueColumns {
    /** Where the figures of a group begin in {@link #cells}, after {@link #group}. */
    public static final int PRICE = 0;

    public static final int DELTA = OptionColumns.GROUP;
    public static final int GAMMA = 2 * OptionColumns.GROUP;
    public static final int VEGA = 3 * OptionColumns.GROUP;
    public static final int THETA = 4 * OptionColumns.GROUP;
    public static final int RHO = 5 * OptionColumns.GROUP;
    public static final int VANNA = 6 * OptionColumns.GROUP;
    public static final int VOLGA = 7 * OptionColumns.GROUP;
    public static final int CHARM = 8 * OptionColumns.GROUP;
    public static final int SPEED = 9 * OptionColumns.GROUP;
    private static final int COLUMNS = 10;

    /** Of the short pass, which come first. */
    private static final int SHORT = 5;

    private final double[] cells;

    /** @param size number of options, at least 0 */
    public ValueColumns(int size) {
        cells = new double[COLUMNS * Math.ceilDiv(size, OptionColumns.GROUP) * OptionColumns.GROUP];
    }

    public double price(int i) {
        return cells[place(i) + PRICE];
    }

    public double delta(int i) {
        return cells[place(i) + DELTA];
    }

    public double gamma(int i) {
        return cells[place(i) + GAMMA];
    }

    public double vega(int i) {
        return cells[place(i) + VEGA];
    }

    public double theta(int i) {
        return cells[place(i) + THETA];
    }

    public double rho(int i) {
        return cells[place(i) + RHO];
    }

    public double vanna(int i) {
        return cells[place(i) + VANNA];
    }

    public double volga(int i) {
        return cells[place(i) + VOLGA];
    }

    public double charm(int i) {
        return cells[place(i) + CHARM];
    }

    public double speed(int i) {
        return cells[place(i) + SPEED];
    }

    /** One option's figures. */
    public OptionValue at(int i) {
        int at = place(i);
        return new OptionValue(
                cells[at + PRICE],
                cells[at + DELTA],
                cells[at + GAMMA],
                cells[at + VEGA],
                cells[at + THETA],
                cells[at + RHO],
                cells[at + VANNA],
                cells[at + VOLGA],
                cells[at + CHARM],
                cells[at + SPEED]);
    }

    /** Marks one option as outside the domain; all its figures, or the five of the short pass. */
    public void setNaN(int i, boolean all) {
        int at = place(i);
        for (int column = 0; column < (all ? COLUMNS : SHORT); column++) {
            cells[at + column * OptionColumns.GROUP] = Double.NaN;
        }
    }

    /** All figures, live, for kernels. */
    public double[] cells() {
        return cells;
    }

    /** Where the group that begins with option i, a multiple of {@link OptionColumns#GROUP}, begins. */
    public static int group(int i) {
        return COLUMNS * i;
    }

    /** Where option i stands in its group's first column. */
    static int place(int i) {
        int lane = i & OptionColumns.GROUP - 1;
        return group(i - lane) + lane;
    }
}
