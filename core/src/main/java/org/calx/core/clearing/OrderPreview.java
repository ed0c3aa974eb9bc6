package org.calx.core.clearing;

import org.calx.margin.ScanningRisk;

/** The order that was looked at last, and its margin row as it would be with it. */
final class OrderPreview {
    static final long UNKNOWN = Long.MIN_VALUE;

    /** The row's order losses with the order. */
    final long[] orderLosses = new long[ScanningRisk.ROWS];

    /** The row's worst loss with the order. */
    long worstLossMicros;

    /** What the row would require, where that was asked for and spreads do not change it; else {@link #UNKNOWN}. */
    long requirementMicros = UNKNOWN;

    private int row = MarginAccounts.NONE;
    private int offset;
    private int sign;
    private long lossAtOnce;
    private long lots;

    void set(int marginRow, int arrayOffset, int orderSign, long orderLossAtOnce, long orderLots, long worstLoss) {
        row = marginRow;
        offset = arrayOffset;
        sign = orderSign;
        lossAtOnce = orderLossAtOnce;
        lots = orderLots;
        worstLossMicros = worstLoss;
        requirementMicros = UNKNOWN;
    }

    /** Whether this is the order. Any change of margin in between has made it forgotten. */
    boolean isOf(int marginRow, int arrayOffset, int orderSign, long orderLossAtOnce, long orderLots) {
        return row != MarginAccounts.NONE
                && row == marginRow
                && offset == arrayOffset
                && sign == orderSign
                && lossAtOnce == orderLossAtOnce
                && lots == orderLots;
    }

    void forget() {
        row = MarginAccounts.NONE;
    }
}
