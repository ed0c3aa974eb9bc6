package org.calx.core.clearing;

import java.util.Arrays;
import org.calx.core.reference.InstrumentPrices;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.Products;
import org.calx.margin.CalendarCharge;
import org.calx.margin.ProductCharges;
import org.calx.margin.ScanningRisk;

/**
 * What each account needs in each product, kept up to date with every order and fill: two vectors of scanning risk, the reaches
 * of the flat calendar bound, the deltas of {@link SpreadBoxes}. A row is made at the account's first order in the product and
 * kept.
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
    private long[] credits = new long[INITIAL_ROWS];
    private boolean[] stale = new boolean[INITIAL_ROWS];
    private final SpreadBoxes boxes = new SpreadBoxes(INITIAL_ROWS);
    private final Products products;
    private final OrderPreview preview = new OrderPreview();
    private int used = 1;

    MarginAccounts(int maxAccounts, Positions positions, Products products) {
        this.positions = positions;
        this.products = products;
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
        boxes.keep(row, products.spreads().isBoxed(productId));
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

    /** The last row. */
    int lastRow() {
        return used - 1;
    }

    /** The first row of {@link Positions} that counts in this one. */
    int firstPosition(int row) {
        return firstPosition[row];
    }

    SpreadBoxes boxes() {
        return boxes;
    }

    /** What spreads with other products take off the row, of {@link Credits}. */
    void setCredit(int row, long micros) {
        credits[row] = micros;
    }

    long creditMicros(int row) {
        return credits[row];
    }

    /** Counts the row's deltas anew: charges or spreads between products are others. */
    void countDeltas(int row, Instruments instruments) {
        boxes.keep(row, products.spreads().isBoxed(productIds[row]));
        credits[row] = 0;
        for (int at = firstPosition[row]; boxes.isKept(row) && at != Positions.NONE; at = positions.nextOfMargin(at)) {
            boxes.move(row, instruments.bucket(positions.instrumentId(at)), positions.low(at), positions.high(at));
        }
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

    /** Makes both vectors zero. */
    void clearLosses(int row) {
        int from = row * ScanningRisk.ROWS;
        Arrays.fill(positionLosses, from, from + ScanningRisk.ROWS, 0);
        Arrays.fill(orderLosses, from, from + ScanningRisk.ROWS, 0);
        stale[row] = true;
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

    /** Counts a row of {@link Positions} anew that had these ends before it changed. @param bucket of its instrument */
    void changeReach(int position, int bucket, long oldLow, long oldHigh) {
        int row = positions.marginRow(position);
        if (boxes.isKept(row)) {
            boxes.move(row, bucket, positions.low(position) - oldLow, positions.high(position) - oldHigh);
        }
        long oldLong = Math.max(0, oldHigh);
        long oldShort = Math.max(0, -oldLow);
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
        return requirementMicros(row, charges, credits[row]);
    }

    /** What it would require with another credit. */
    long requirementMicros(int row, ProductCharges charges, long creditMicros) {
        long spreads = CalendarCharge.mostSpreads(longs[row], shorts[row], reaches[row], largest[row]);
        long calendar = charges.calendarMicros(spreads);
        long concentration = charges.concentrationMicros(reaches[row]);
        if (!boxes.isKept(row)) {
            return Math.addExact(worstLossMicros(row), calendar + concentration);
        }
        long charged = Math.addExact(worstLossMicros(row), calendar + boxes.chargesMicros(row, charges.spreads()));
        return Math.addExact(Math.max(charged - creditMicros, atOnceMicros(row)), concentration);
    }

    /** What the row's orders may lose at once. */
    private long atOnceMicros(int row) {
        return orderLosses[row * ScanningRisk.ROWS + ScanningRisk.AT_ONCE];
    }

    private long worstLossMicros(int row) {
        if (stale[row]) {
            worstLosses[row] = ScanningRisk.worstLoss(positionLosses, orderLosses, row * ScanningRisk.ROWS);
            stale[row] = false;
        }
        return worstLosses[row];
    }

    /**
     * The row's scanning loss with one more order. If that very order is added next, it is not computed again.
     */
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

    /** What the orders may lose at once with the order of {@link #scanningWithMicros}, which must have been asked just before. */
    long atOnceWithMicros() {
        return preview.orderLosses[ScanningRisk.AT_ONCE];
    }

    /** The row of scanning risk that is worst in it. */
    int worstRowWith(int row, long[] losses, int offset, int sign, long lossAtOnce, long lots) {
        long worst = scanningWithMicros(row, losses, offset, sign, lossAtOnce, lots);
        return ScanningRisk.rowOf(worst, positionLosses, row * ScanningRisk.ROWS, preview.orderLosses);
    }

    /** The flat calendar charge and the concentration add-on with an order in the month of this row of {@link Positions}. */
    long chargesWithMicros(int row, int position, ProductCharges charges, int sign, long lots) {
        return calendarWithMicros(row, position, charges, sign, lots)
                + concentrationWithMicros(row, position, charges, sign, lots);
    }

    /** The flat calendar charge with it. */
    long calendarWithMicros(int row, int position, ProductCharges charges, int sign, long lots) {
        long oldLong = positions.longReach(position);
        long oldShort = positions.shortReach(position);
        long newLong = Math.max(0, positions.high(position) + (sign > 0 ? lots : 0));
        long newShort = Math.max(0, (sign > 0 ? 0 : lots) - positions.low(position));
        long newReach = Math.max(newLong, newShort);
        return charges.calendarMicros(CalendarCharge.mostSpreads(
                longs[row] + newLong - oldLong,
                shorts[row] + newShort - oldShort,
                reaches[row] + newReach - Math.max(oldLong, oldShort),
                Math.max(largest[row], newReach)));
    }

    /** The concentration add-on with it. */
    long concentrationWithMicros(int row, int position, ProductCharges charges, int sign, long lots) {
        long low = positions.low(position) - (sign > 0 ? 0 : lots);
        long high = positions.high(position) + (sign > 0 ? lots : 0);
        long oldReach = Math.max(positions.longReach(position), positions.shortReach(position));
        return charges.concentrationMicros(reaches[row] + Math.max(0, Math.max(high, -low)) - oldReach);
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
        credits = Arrays.copyOf(credits, capacity);
        boxes.grow(capacity);
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
