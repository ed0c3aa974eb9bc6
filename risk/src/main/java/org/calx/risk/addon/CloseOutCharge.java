package org.calx.risk.addon;

/**
 * What closing a book out costs beyond the move that margin covers, in money.
 *
 * @param liquidity half spreads and impact, at least 0
 * @param concentration for the days beyond those that margin covers, at least 0
 */
public record CloseOutCharge(double liquidity, double concentration) {
    public static final CloseOutCharge NONE = new CloseOutCharge(0, 0);

    public double total() {
        return liquidity + concentration;
    }
}
