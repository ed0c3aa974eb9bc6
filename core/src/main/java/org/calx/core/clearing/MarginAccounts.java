package org.calx.core.clearing;

import java.util.Arrays;
import org.calx.core.reference.InstrumentPrices;
import org.calx.core.reference.Products;
import org.calx.margin.CalendarCharge;
import org.calx.margin.ProductCharges;
import org.calx.margin.ScanningRisk;

/**
 * What each account needs in each product, kept up to date with every order and fill: two vectors of scanning risk and
 * the reaches of the calendar bound. A row is made at the account's first order in the product and kept.
 */
final class MarginAccounts {
    /** No row. It reads as an empty one and is never written. */
    static final int NONE = 0;

    private static final int INITIAL_ROWS = 256;

    private final Positions positions;
    private final int[][] rowOf;
    private final int[] firstOfAccount;
    private int[] nextOfAccount = new int[INITIAL_ROWS];
    private int[] productIds = new int[INITIAL_ROWS];
    private int[] firstPosition = new int[INITIAL_ROWS];
    private long[] positionLosses = new long[INITIAL_ROWS * ScanningRisk.ROWS];
    private long[] orderLosses = new long[INITIAL_ROWS * ScanningRisk.ROWS];
    private long[] longs = new long[INITIAL_ROWS];
    private long[] shorts = new long[INITIAL_ROWS];
    private long[] reaches = new long[INITIAL_ROWS];
    private long[] largest = new long[INITIAL_ROWS];
    private long[] worstLosses = new long[INITIAL_ROWS];
    private boolean[] stale = new boolean[INITIAL_ROWS];
    private final OrderPreview preview = new OrderPreview();
    private int used = 1;

    MarginAccounts(int maxAccounts, Positions positions) {
        this.positions = positions;
        rowOf = new int[maxAccounts + 1][];
        firstOfAccount = new int[maxAccounts + 1];
    }

    /** The row, or {@link #NONE}. */
    int find(int accountId, int productId) {
        int[] rows = rowOf[accountId];
        return rows == null ? NONE : rows[productId];
    }

    /** The row, made if there is none. */
    int obtain(int accountId, int productId) {
        int row = find(accountId, productId);
        if (row != NONE) {
            return row;
        }
        if (rowOf[accountId] == null) {
            rowOf[accountId] = new int[Products.CAPACITY + 1];
        }
        row = used++;
        if (row == productIds.length) {
            grow();
        }
        productIds[row] = productId;
        firstPosition[row] = Positions.NONE;
        nextOfAccount[row] = firstOfAccount[accountId];
        firstOfAccount[accountId] = row;
        rowOf[accountId][productId] = row;
        return row;
    }

    int first(int accountId) {
        return firstOfAccount[accountId];
    }

    int next(int row) {
        return nextOfAccount[row];
    }

    int productId(int row) {
        return productIds[row];
    }

    /** Lets a row of {@link Positions} count in this row. */
    void attach(int row, int position) {
        positions.link(position, row, firstPosition[row]);
        firstPosition[row] = position;
    }

    /** Lets a row of {@link Positions}, which must be empty, count no more. */
    void detach(int position) {
        int row = positions.marginRow(position);
        int next = positions.nextOfMargin(position);
        if (firstPosition[row] == position) {
            firstPosition[row] = next;
            return;
        }
        int before = firstPosition[row];
        while (positions.nextOfMargin(before) != position) {
            before = positions.nextOfMargin(before);
        }
        positions.link(before, row, next);
    }

    /** Adds signed lots to the vector of position losses. */
    void addPosition(int row, long[] losses, int offset, long lots) {
        ScanningRisk.addPosition(positionLosses, row * ScanningRisk.ROWS, losses, offset, lots);
        invalidate(row);
    }

    /** Adds an order to the vector of order losses, or takes it away with negative lots. */
    void addOrder(int row, long[] losses, int offset, int sign, long lossAtOnce, long lots) {
        if (preview.isOf(row, offset, sign, lossAtOnce, lots)) {
            System.arraycopy(preview.orderLosses, 0, orderLosses, row * ScanningRisk.ROWS, ScanningRisk.ROWS);
            worstLosses[row] = preview.worstLossMicros;
            stale[row] = false;
        } else {
            ScanningRisk.addOrder(orderLosses, row * ScanningRisk.ROWS, losses, offset, sign, lossAtOnce, lots);
            stale[row] = true;
        }
        preview.forget();
    }

    /** Counts a row of {@link Positions} anew whose reaches were these before it changed. */
    void changeReach(int position, long oldLong, long oldShort) {
        int row = positions.marginRow(position);
        long newLong = positions.longReach(position);
        long newShort = positions.shortReach(position);
        long oldReach = Math.max(oldLong, oldShort);
        long newReach = Math.max(newLong, newShort);
        longs[row] += newLong - oldLong;
        shorts[row] += newShort - oldShort;
        reaches[row] += newReach - oldReach;
        if (newReach >= largest[row]) {
            largest[row] = newReach;
        } else if (oldReach == largest[row]) {
            largest[row] = findLargest(row);
        }
    }

    private void invalidate(int row) {
        stale[row] = true;
        preview.forget();
    }

    /** Forgets the order that was looked at last: a risk array changes. */
    void forgetPreview() {
        preview.forget();
    }

    /** What the row requires at its product's charges. */
    long requirementMicros(int row, ProductCharges charges) {
        long spreads = CalendarCharge.mostSpreads(longs[row], shorts[row], reaches[row], largest[row]);
        long calendar = charges.calendarMicros(spreads);
        return Math.addExact(worstLossMicros(row), calendar + charges.concentrationMicros(reaches[row]));
    }

    private long worstLossMicros(int row) {
        if (stale[row]) {
            worstLosses[row] = ScanningRisk.worstLoss(positionLosses, orderLosses, row * ScanningRisk.ROWS);
            stale[row] = false;
        }
        return worstLosses[row];
    }

    /**
     * What the row would require with one more order in the month of this row of {@link Positions}. If that very order is
     * added next, it is not computed again.
     */
    long requirementWithMicros(
            int row,
            int position,
            ProductCharges charges,
            long[] losses,
            int offset,
            int sign,
            long lossAtOnce,
            long lots) {
        return Math.addExact(
                scanningWithMicros(row, losses, offset, sign, lossAtOnce, lots),
                chargesWithMicros(row, position, charges, sign, lots));
    }

    /** The scanning loss in it. */
    long scanningWithMicros(int row, long[] losses, int offset, int sign, long lossAtOnce, long lots) {
        long scanning = ScanningRisk.worstLossWith(
                positionLosses,
                orderLosses,
                row * ScanningRisk.ROWS,
                losses,
                offset,
                sign,
                lossAtOnce,
                lots,
                preview.orderLosses);
        preview.set(row, offset, sign, lossAtOnce, lots, scanning);
        return scanning;
    }

    /** The row of scanning risk that is worst in it. */
    int worstRowWith(int row, long[] losses, int offset, int sign, long lossAtOnce, long lots) {
        long worst = scanningWithMicros(row, losses, offset, sign, lossAtOnce, lots);
        return ScanningRisk.rowOf(worst, positionLosses, row * ScanningRisk.ROWS, preview.orderLosses);
    }

    /** The charges in it. */
    long chargesWithMicros(int row, int position, ProductCharges charges, int sign, long lots) {
        long held = positions.lots(position);
        long buys = positions.openBuyLots(position) + (sign > 0 ? lots : 0);
        long sells = positions.openSellLots(position) + (sign > 0 ? 0 : lots);
        long oldLong = positions.longReach(position);
        long oldShort = positions.shortReach(position);
        long newLong = CalendarCharge.longReach(held, buys);
        long newShort = CalendarCharge.shortReach(held, sells);
        long newReach = Math.max(newLong, newShort);
        long reach = reaches[row] + newReach - Math.max(oldLong, oldShort);
        long spreads = CalendarCharge.mostSpreads(
                longs[row] + newLong - oldLong,
                shorts[row] + newShort - oldShort,
                reach,
                Math.max(largest[row], newReach));
        return charges.calendarMicros(spreads) + charges.concentrationMicros(reach);
    }

    /** The value at valuation prices of the most that fills could make of the row's positions, each month's larger side. */
    long reachValueMicros(int row, OrderTerms terms, InstrumentPrices prices) {
        long sum = 0;
        for (int at = firstPosition[row]; at != Positions.NONE; at = positions.nextOfMargin(at)) {
            int instrumentId = positions.instrumentId(at);
            long lots = Math.max(positions.longReach(at), positions.shortReach(at));
            sum = Math.addExact(
                    sum, Math.abs(terms.valueMicros(instrumentId, lots, prices.valuationMicros(instrumentId))));
        }
        return sum;
    }

    long positionLossMicros(int row, int scenario) {
        return positionLosses[row * ScanningRisk.ROWS + scenario];
    }

    long orderLossMicros(int row, int scenario) {
        return orderLosses[row * ScanningRisk.ROWS + scenario];
    }

    private long findLargest(int row) {
        long most = 0;
        for (int at = firstPosition[row]; at != Positions.NONE; at = positions.nextOfMargin(at)) {
            most = Math.max(most, Math.max(positions.longReach(at), positions.shortReach(at)));
        }
        return most;
    }

    private void grow() {
        int capacity = productIds.length * 2;
        nextOfAccount = Arrays.copyOf(nextOfAccount, capacity);
        productIds = Arrays.copyOf(productIds, capacity);
        firstPosition = Arrays.copyOf(firstPosition, capacity);
        positionLosses = Arrays.copyOf(positionLosses, capacity * ScanningRisk.ROWS);
        orderLosses = Arrays.copyOf(orderLosses, capacity * ScanningRisk.ROWS);
        longs = Arrays.copyOf(longs, capacity);
        shorts = Arrays.copyOf(shorts, capacity);
        reaches = Arrays.copyOf(reaches, capacity);
        largest = Arrays.copyOf(largest, capacity);
        worstLosses = Arrays.copyOf(worstLosses, capacity);
        stale = Arrays.copyOf(stale, capacity);
    }
}
