package org.calx.margin;

import java.util.List;
import org.calx.model.Side;

/**
 * The margin of one account in one product from scratch, written for reading: no vectors are kept and nothing is
 * incremental. The exchange's own books are audited against it, and a what-if query may call it.
 */
public final class PortfolioMargin {
    private PortfolioMargin() {}

    /** Scanning loss plus calendar charge: what must be held for the product, in micros. */
    public static long requirementMicros(List<MonthExposure> months, long chargeMicrosPerSpread) {
        return of(months, ProductCharges.calendar(chargeMicrosPerSpread)).requirementMicros();
    }

    /** What must be held for the product, in its parts. */
    public static ProductMargin of(List<MonthExposure> months, ProductCharges charges) {
        long spreads = mostSpreads(months);
        return new ProductMargin(
                scanningLossMicros(months),
                activeScenario(months),
                spreads,
                charges.calendarMicros(spreads),
                charges.concentrationMicros(reachLots(months)));
    }

    private static long reachLots(List<MonthExposure> months) {
        long reaches = 0;
        for (MonthExposure month : months) {
            long longReach = CalendarCharge.longReach(month.positionLots(), openLots(month, Side.BUY));
            reaches += Math.max(longReach, CalendarCharge.shortReach(month.positionLots(), openLots(month, Side.SELL)));
        }
        return reaches;
    }

    private static int activeScenario(List<MonthExposure> months) {
        int active = 0;
        for (int row = 1; row < ScanningRisk.ROWS; row++) {
            active = lossMicros(months, row) > lossMicros(months, active) ? row : active;
        }
        return active + 1;
    }

    /** The worst loss over all scenarios and over all fills of the working orders; never below zero. */
    public static long scanningLossMicros(List<MonthExposure> months) {
        long worst = 0;
        for (int row = 0; row < ScanningRisk.ROWS; row++) {
            worst = Math.max(worst, lossMicros(months, row));
        }
        return worst;
    }

    /** What the positions lose in a row, and the most that the orders may add to it. */
    public static long lossMicros(List<MonthExposure> months, int row) {
        long loss = 0;
        for (MonthExposure month : months) {
            long lossOfLong = row == ScanningRisk.AT_ONCE ? 0 : month.lossMicrosPerLot()[row];
            loss = Math.addExact(loss, Math.multiplyExact(month.positionLots(), lossOfLong));
            for (OpenOrder order : month.orders()) {
                long lossOfFill = order.side().sign() * lossOfLong + order.lossAtOnceMicros();
                loss = Math.addExact(loss, Math.multiplyExact(order.lots(), Math.max(0, lossOfFill)));
            }
        }
        return loss;
    }

    /** The bound of {@link CalendarCharge} on calendar spreads over all fills. */
    public static long mostSpreads(List<MonthExposure> months) {
        long longs = 0;
        long shorts = 0;
        long reaches = 0;
        long largest = 0;
        for (MonthExposure month : months) {
            long longReach = CalendarCharge.longReach(month.positionLots(), openLots(month, Side.BUY));
            long shortReach = CalendarCharge.shortReach(month.positionLots(), openLots(month, Side.SELL));
            long reach = Math.max(longReach, shortReach);
            longs += longReach;
            shorts += shortReach;
            reaches += reach;
            largest = Math.max(largest, reach);
        }
        return CalendarCharge.mostSpreads(longs, shorts, reaches, largest);
    }

    private static long openLots(MonthExposure month, Side side) {
        long lots = 0;
        for (OpenOrder order : month.orders()) {
            lots += order.side() == side ? order.lots() : 0;
        }
        return lots;
    }
}
