package org.calx.core.clearing;

import org.calx.core.engine.ExchangeEvents;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.Products;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.Currency;
import org.calx.model.ProductParameters;
import org.calx.model.RejectReason;
import org.calx.model.Side;
import org.calx.model.VenueLimits;

/**
 * The door to clearing. The engine reserves margin for an order that it accepts, reports fills and cancellations, and
 * ends every command with {@link #endCommand}.
 *
 * <p>An order's life: {@link #reserve} its whole quantity when it is accepted; {@link #fill} for each trade, which takes
 * the filled lots out of both orders' reserves; {@link #release} for what is cancelled or amended away.
 */
public final class Clearing {
    /** An empty clearing house. {@code workingOrders} is asked only while a price or parameter changes. */
    public Clearing(
            VenueLimits limits,
            Products products,
            Instruments instruments,
            WorkingOrders workingOrders,
            ExchangeEvents events) {}

    // Cash

    /** Checks and books a deposit. */
    public RejectReason deposit(int accountId, Currency currency, long amountMicros) {
        throw new UnsupportedOperationException();
    }

    /** Checks and books a withdrawal: no more than the cash, and no more than equity above the requirement. */
    public RejectReason withdraw(int accountId, Currency currency, long amountMicros) {
        throw new UnsupportedOperationException();
    }

    // Orders

    /** Adds what an order of these lots may cost to the account's margin. */
    public void reserve(int accountId, int instrumentId, Side side, long priceTicks, long lots) {
        throw new UnsupportedOperationException();
    }

    /** Takes it out again: cancelled lots, or the old terms of an amended order. */
    public void release(int accountId, int instrumentId, Side side, long priceTicks, long lots) {
        throw new UnsupportedOperationException();
    }

    /**
     * Clears a fill against both sides: reserves shrink, positions and fees are booked, {@code positionChanged} and
     * {@code posted} are emitted, aggressor first. The engine emits {@code trade} before it calls this.
     *
     * @param priceTicks price of the trade, the resting order's limit
     * @param aggressorLimitTicks the price that the aggressor was reserved at
     */
    public void fill(
            int instrumentId,
            long priceTicks,
            long lots,
            Side aggressorSide,
            int aggressorAccountId,
            long aggressorLimitTicks,
            int restingAccountId) {
        throw new UnsupportedOperationException();
    }

    /** What the aggressor of these lots pays, micros. */
    public long takerFeeMicros(int instrumentId, long lots) {
        throw new UnsupportedOperationException();
    }

    /** What the resting side of these lots pays, micros; negative for a rebate. */
    public long makerFeeMicros(int instrumentId, long lots) {
        throw new UnsupportedOperationException();
    }

    // Prices and parameters: each re-evaluates the positions and working orders that it touches

    /** Checks a mark, then values the instrument at it. Emits {@code markSet}. */
    public RejectReason setMark(int instrumentId, long markMicros, long nowNs) {
        throw new UnsupportedOperationException();
    }

    /** Checks a risk array, then puts it in force. Emits {@code riskArraySet}. */
    public RejectReason setRiskArray(int instrumentId, long version, long[] lossMicrosPerLot) {
        throw new UnsupportedOperationException();
    }

    /** Checks a product's parameters, then puts them in force. Emits {@code productParametersSet}. */
    public RejectReason setParameters(ProductParameters parameters) {
        throw new UnsupportedOperationException();
    }

    // Questions

    /** Signed lots. */
    public long positionLots(int accountId, int instrumentId) {
        throw new UnsupportedOperationException();
    }

    /** What the position has cost since the last settlement, micros of money. */
    public long openValueMicros(int accountId, int instrumentId) {
        throw new UnsupportedOperationException();
    }

    /** Remaining lots of the account's working orders on a side. */
    public long openLots(int accountId, int instrumentId, Side side) {
        throw new UnsupportedOperationException();
    }

    /** Balance of a ledger account: an account's cash, or a {@link HouseAccount}. */
    public long balanceMicros(int ledgerAccountId, Currency currency) {
        throw new UnsupportedOperationException();
    }

    /** Cash plus the value of all positions at their valuation prices since the last settlement. */
    public long equityMicros(int accountId, Currency currency) {
        throw new UnsupportedOperationException();
    }

    /** What the account must hold for its positions and working orders. */
    public long requirementMicros(int accountId, Currency currency) {
        throw new UnsupportedOperationException();
    }

    // Command end, audit, snapshot

    /** Emits {@code requirementChanged} for each account and currency whose requirement this command changed. */
    public void endCommand() {
        throw new UnsupportedOperationException();
    }

    /** Emits {@code positionChanged}, {@code imageBalance} and {@code requirementChanged} of everything, for an image. */
    public void writeImage() {
        throw new UnsupportedOperationException();
    }

    /** Checks every invariant of the package from scratch. @throws IllegalStateException if one is broken */
    public void audit() {
        throw new UnsupportedOperationException();
    }

    /** Writes ledger and positions; working orders are the engine's to write. */
    public void writeTo(SnapshotWriter writer) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads ledger and positions into this empty clearing house. The reference tables must have been read. Afterwards
     * the engine calls {@link #reserve} for each working order and then {@link #endRestore}.
     */
    public void readFrom(SnapshotReader reader) {
        throw new UnsupportedOperationException();
    }

    /** Ends the restoration: what is required now counts as told, and nothing is emitted. */
    public void endRestore() {
        throw new UnsupportedOperationException();
    }
}
