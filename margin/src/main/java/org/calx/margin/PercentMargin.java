package org.calx.margin;

import java.util.List;

/**
 * Margin by a percentage with working orders, from scratch. With a margin of M a lot, a contract at y lots requires
 * {@code max(y·M, −y·M)}, and one side alone {@code max(y·M, 0)} or {@code max(−y·M, 0)}: the larger of two linear functions of
 * the fills. The worst over all fills of the larger of two is the larger of their worst, so that for each contract three sums give
 * it exactly: what orders lose, by their fills at once, with a margin for what they add long, short, and without.
 */
final class PercentMargin {
    private PercentMargin() {}

    /** The worst over all fills, of the larger side alone if the product's policy wants that. */
    static long micros(List<MonthExposure> months, boolean largerSide) {
        long longs = 0;
        long shorts = 0;
        long beside = 0;
        for (MonthExposure month : months) {
            long atOnce = side(month, 0);
            long asLong = Math.max(side(month, 1), atOnce);
            long asShort = Math.max(side(month, -1), atOnce);
            if (month.excluded() || !largerSide) {
                beside = Math.addExact(beside, Math.max(asLong, asShort));
            } else {
                longs = Math.addExact(longs, asLong);
                shorts = Math.addExact(shorts, asShort);
            }
        }
        return Math.addExact(Math.max(longs, shorts), beside);
    }

    private static long side(MonthExposure month, int sign) {
        long margin = sign * month.lossMicrosPerLot()[0];
        long held = Math.multiplyExact(month.positionLots(), margin);
        return Math.addExact(held, PortfolioMargin.ordersMicros(month, margin));
    }
}
