package org.calx.core.clearing;

import java.util.Arrays;
import org.calx.core.reference.Accounts;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.Products;
import org.calx.margin.ProductCharges;
import org.calx.margin.ScanningRisk;
import org.calx.model.Currency;

/**
 * What each account needs in each product, kept up to date with every order and fill: two vectors of scanning risk, the reaches
 * of the flat calendar bound, the deltas of {@link SpreadBoxes}. A row is made at the account's first order in the product and
 * kept.
 */
final class MarginAccounts {
    /** No row. It reads as an empty one and is never written. */
    static final int NONE = 0;

    static final int INITIAL_ROWS = 256;

    private final Positions positions;
    private final MarginRows rows;
    private long[] positionLosses = new long[INITIAL_ROWS * ScanningRisk.ROWS];
    private long[] orderLosses = new long[INITIAL_ROWS * ScanningRisk.ROWS];
    private long[] worstLosses = new long[INITIAL_ROWS];
    private long[] requirements = new long[INITIAL_ROWS];
    private long[] credits = new long[INITIAL_ROWS];
    private boolean[] stale = new boolean[INITIAL_ROWS];
    private final SpreadBoxes boxes = new SpreadBoxes(INITIAL_ROWS);
    private final Reaches reaches;
    private final PriceRisks risks;
    private final Products products;
    private final OrderPreview preview = new OrderPreview();
    private final PolicyMargins policies;

    MarginAccounts(
            int maxAccounts, Positions positions, Products products, Instruments instruments, Accounts accounts) {
        this.positions = positions;
        this.products = products;
        reaches = new Reaches(INITIAL_ROWS, positions);
        risks = new PriceRisks(instruments, accounts, positions);
        rows = new MarginRows(maxAccounts, positions, products);
        policies = new PolicyMargins(products, instruments, accounts, positions, this);
    }

    /** What rows require that are not scanned alone. */
    PolicyMargins policies() {
        return policies;
    }

    MarginRows rows() {
        return rows;
    }

    /** The row, made if there is none. */
    int obtain(int accountId, int productId) {
        int row = rows.find(accountId, productId);
        if (row != NONE) {
            return row;
        }
        row = rows.add(accountId, productId);
        if (row == stale.length) {
            grow();
        }
        boxes.keep(row, products.spreads().isBoxed(productId));
        risks.keep(row, products.spreads().isCredited(productId), Positions.NONE);
        return row;
    }

    /** How often all positions of a row were looked at for what it requires. */
    long walks() {
        return reaches.walks();
    }

    SpreadBoxes boxes() {
        return boxes;
    }

    /** The credit on consumed delta that is the row's, which has no order more than it has. */
    long creditMicros(int row, long consumed, long units, long capMicros) {
        return risks.find(row, positionLosses) ? risks.creditMicros(row, consumed, units, capMicros) : 0;
    }

    /** The same with one more order in a future. */
    long creditWithMicros(int row, int offset, int sign, long lots, long consumed, long units, long capMicros) {
        return risks.creditWithMicros(row, positionLosses, offset, sign, lots, consumed, units, capMicros);
    }

    /** What spreads with other products take off the row, of {@link Credits}. */
    void setCredit(int row, long micros) {
        credits[row] = micros;
    }

    long creditMicros(int row) {
        return credits[row];
    }

    /** Counts the row's deltas anew: charges or spreads between products are others. */
    void countDeltas(int row, Instruments instruments, Deltas deltas) {
        boxes.keep(row, products.spreads().isBoxed(rows.productId(row)));
        risks.keep(row, products.spreads().isCredited(rows.productId(row)), rows.firstPosition(row));
        credits[row] = 0;
        stale[row] = true;
        for (int at = rows.firstPosition(row);
                boxes.isKept(row) && at != Positions.NONE;
                at = positions.nextOfMargin(at)) {
            int id = positions.instrumentId(at);
            long low = deltas.low(id, positions.low(at), positions.high(at));
            boxes.move(row, instruments.bucket(id), low, deltas.high(id, positions.low(at), positions.high(at)));
        }
    }

    /** Makes both vectors zero. */
    void clearLosses(int row) {
        Arrays.fill(positionLosses, row * ScanningRisk.ROWS, (row + 1) * ScanningRisk.ROWS, 0);
        Arrays.fill(orderLosses, row * ScanningRisk.ROWS, (row + 1) * ScanningRisk.ROWS, 0);
        risks.clearLosses(row);
        policies.clear(row);
        invalidate(row);
    }

    /** Adds signed lots to the vector of position losses. */
    void addPosition(int row, long[] losses, int offset, long lots) {
        ScanningRisk.addPosition(positionLosses, row * ScanningRisk.ROWS, losses, offset, lots);
        invalidate(row);
    }

    /** Adds an order to the vector of order losses, or takes it away with negative lots; the reach must have been changed. */
    void addOrder(int row, long[] losses, int offset, int sign, long lossAtOnce, long lots) {
        risks.addOrder(row, losses, offset, sign, lots);
        if (preview.isOf(row, offset, sign, lossAtOnce, lots)) {
            System.arraycopy(preview.orderLosses, 0, orderLosses, row * ScanningRisk.ROWS, ScanningRisk.ROWS);
            worstLosses[row] = preview.worstLossMicros;
            requirements[row] = preview.requirementMicros;
            stale[row] = preview.requirementMicros == OrderPreview.UNKNOWN && !boxes.isKept(row);
            boxes.takeOver(row);
            risks.takeOver(row);
        } else {
            ScanningRisk.addOrder(orderLosses, row * ScanningRisk.ROWS, losses, offset, sign, lossAtOnce, lots);
            stale[row] = true;
        }
        preview.forget();
    }

    /** Takes out what two orders add too much of which one cancels the other, or with a sign of −1 puts it back. */
    void addPair(int row, long[] losses, int offset, long[] pair, int sign) {
        ScanningRisk.addPair(orderLosses, row * ScanningRisk.ROWS, losses, offset, pair, sign);
        invalidate(row);
    }

    /** Counts a future's row of {@link Positions} anew that had these ends before it changed. @param bucket of its instrument */
    void changeReach(int position, int bucket, long oldLow, long oldHigh) {
        int row = positions.marginRow(position);
        moveReach(row, bucket, oldLow, oldHigh, positions.low(position), positions.high(position));
        risks.noteReach(position, oldLow);
    }

    /** Moves the least and the most delta of one of the row's positions. */
    void moveReach(int row, int bucket, long oldLow, long oldHigh, long newLow, long newHigh) {
        if (boxes.isKept(row)) {
            boxes.move(row, bucket, newLow - oldLow, newHigh - oldHigh);
        }
        reaches.move(row, oldLow, oldHigh, newLow, newHigh);
        stale[row] = true;
    }

    /** Something that the row's requirement depends on has changed. */
    void invalidate(int row) {
        stale[row] = true;
        risks.invalidate(row);
        preview.forget();
    }

    /** Forgets the order that was looked at last: a risk array changes. */
    void forgetPreview() {
        preview.forget();
    }

    /** What the rows of an account in a currency require. */
    long sumMicros(int accountId, Currency currency) {
        long sum = 0;
        for (int row = rows.first(accountId); row != NONE; row = rows.next(row)) {
            if (rows.isIn(row, currency)) {
                sum = Math.addExact(sum, requirementMicros(row));
            }
        }
        return sum;
    }

    /** What the row requires. */
    long requirementMicros(int row) {
        if (boxes.isKept(row)) {
            return requirementMicros(row, credits[row]);
        }
        update(row);
        return requirements[row];
    }

    /** What a row with boxes would require with another credit. */
    long requirementMicros(int row, long creditMicros) {
        update(row);
        ProductCharges charges = products.charges(rows.productId(row));
        long concentration = charges.concentrationMicros(reaches.lots(row));
        long more = calendarMicros(row, charges) + boxes.chargesMicros(row, charges.spreads());
        if (policies.isIn(rows.productId(row))) {
            return policies.requirementMicros(row, charges, more - creditMicros, concentration);
        }
        long charged = Math.addExact(worstLosses[row], more);
        return Math.addExact(Math.max(charged - creditMicros, atOnceMicros(row)), concentration);
    }

    private void update(int row) {
        if (stale[row]) {
            ProductCharges charges = products.charges(rows.productId(row));
            worstLosses[row] = ScanningRisk.worstLoss(positionLosses, orderLosses, row * ScanningRisk.ROWS);
            requirements[row] = Math.addExact(
                    worstLosses[row], calendarMicros(row, charges) + charges.concentrationMicros(reaches.lots(row)));
            stale[row] = false;
        }
    }

    private long calendarMicros(int row, ProductCharges charges) {
        boolean free = charges.calendarMicros() == 0;
        return free ? 0 : charges.calendarMicros(reaches.mostSpreads(row, rows.firstPosition(row)));
    }

    /** What the row's orders may lose at once. */
    long atOnceMicros(int row) {
        return orderLosses[row * ScanningRisk.ROWS + ScanningRisk.AT_ONCE];
    }

    /** The row's worst loss over the scenarios alone. */
    long worstScenarioMicros(int row) {
        int at = row * ScanningRisk.ROWS;
        return ScanningRisk.worstScenario(positionLosses, at, orderLosses, at);
    }

    /** The same with the order of {@link #scanningWithMicros}, which must have been asked just before. */
    long worstScenarioWithMicros(int row) {
        return ScanningRisk.worstScenario(positionLosses, row * ScanningRisk.ROWS, preview.orderLosses, 0);
    }

    /**
     * The row's scanning loss with one more order. If that very order is added next, neither it nor what is noted by
     * {@link #noteRequirementWith} is computed again.
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
        boxes.forgetWith();
        risks.forgetWith();
        return scanning;
    }

    /** Notes what the row, which has no boxes, would require with the order of {@link #scanningWithMicros}. */
    void noteRequirementWith(long micros) {
        preview.requirementMicros = micros;
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
        if (charges.calendarMicros() == 0) {
            return 0;
        }
        long low = positions.low(position);
        long high = positions.high(position);
        return calendarWithMicros(row, charges, low, high, low - (sign > 0 ? 0 : lots), high + (sign > 0 ? lots : 0));
    }

    /** The flat calendar charge with other ends of the delta of one of the row's positions. */
    long calendarWithMicros(int row, ProductCharges charges, long oldLow, long oldHigh, long newLow, long newHigh) {
        boolean free = charges.calendarMicros() == 0;
        return free
                ? 0
                : charges.calendarMicros(
                        reaches.mostSpreadsWith(row, rows.firstPosition(row), oldLow, oldHigh, newLow, newHigh));
    }

    /** The concentration add-on with it. */
    long concentrationWithMicros(int row, int position, ProductCharges charges, int sign, long lots) {
        if (!charges.chargesReach()) {
            return 0;
        }
        long low = positions.low(position) - (sign > 0 ? 0 : lots);
        long high = positions.high(position) + (sign > 0 ? lots : 0);
        long oldReach = Math.max(positions.longReach(position), positions.shortReach(position));
        return charges.concentrationMicros(reaches.lots(row) + Math.max(0, Math.max(high, -low)) - oldReach);
    }

    /** What the row loses in a row of scanning risk. */
    long lossMicros(int row, int scenario) {
        return positionLosses[row * ScanningRisk.ROWS + scenario] + orderLosses[row * ScanningRisk.ROWS + scenario];
    }

    private void grow() {
        int capacity = stale.length * 2;
        credits = Arrays.copyOf(credits, capacity);
        boxes.grow(capacity);
        positionLosses = Arrays.copyOf(positionLosses, capacity * ScanningRisk.ROWS);
        orderLosses = Arrays.copyOf(orderLosses, capacity * ScanningRisk.ROWS);
        reaches.grow(capacity);
        worstLosses = Arrays.copyOf(worstLosses, capacity);
        requirements = Arrays.copyOf(requirements, capacity);
        stale = Arrays.copyOf(stale, capacity);
    }
}
