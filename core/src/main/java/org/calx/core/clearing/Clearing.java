package org.calx.core.clearing;

import org.calx.core.engine.ExchangeEvents;
import org.calx.core.reference.Accounts;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.Products;
import org.calx.model.Currency;
import org.calx.model.JournalKind;
import org.calx.model.RejectReason;
import org.calx.model.Side;
import org.calx.model.VenueLimits;

/**
 * The door to clearing. The engine reserves margin for an order that it accepts, reports fills and cancellations, and
 * ends every command with {@link #endCommand}.
 *
 * <p>An order's life: {@link #reserve} its whole quantity when it is accepted; {@link #fill} for each trade, which takes
 * the filled lots out of both orders' reserves; {@link #release} for what is cancelled or amended away.
 *
 * <p>Ids that are passed in must exist, and an instrument whose orders are reserved must have a risk array and its
 * product parameters; the engine and {@code org.calx.core.risk} see to that.
 */
public final class Clearing {
    private final Products products;
    private final Instruments instruments;
    private final ExchangeEvents events;
    private final Ledger ledger;
    private final Positions positions;
    private final MarginAccounts margins;
    private final AccountTotals totals;
    private final OrderTerms terms;
    private final Revaluation revaluation;
    private final Variation variation;
    private final ClearingAudit audit;
    private final ClearingSnapshot snapshot;
    private final OrderMargin orderMargin;
    private final Credits credits;
    private final Requirements requirements;
    private final RuleChanges rules;
    private final OrderPairs pairs;
    private final Backlog backlog;
    private final Contributions contributions;

    /**
     * An empty clearing house. {@code workingOrders} is asked only while a price or parameter changes.
     *
     * @param step positions and orders that are counted anew in one command, usually {@link Backlog#STEP}
     */
    public Clearing(
            VenueLimits limits,
            Products products,
            Instruments instruments,
            Accounts accounts,
            WorkingOrders workingOrders,
            ExchangeEvents events,
            int step) {
        this.products = products;
        this.instruments = instruments;
        this.events = events;
        ledger = new Ledger(limits.maxAccounts(), events);
        positions = new Positions(limits.maxAccounts(), limits.maxInstruments());
        margins = new MarginAccounts(limits.maxAccounts(), positions, products, instruments, accounts);
        totals = new AccountTotals(limits.maxAccounts());
        terms = new OrderTerms(products, instruments, accounts);
        credits = new Credits(limits.maxAccounts(), products, instruments, margins, terms);
        requirements = new Requirements(products, instruments, positions, margins, terms, credits);
        contributions = new Contributions(instruments, positions, margins, terms);
        Tables tables = new Tables(
                products,
                instruments,
                accounts,
                positions,
                margins,
                totals,
                credits,
                terms,
                contributions,
                workingOrders);
        backlog = new Backlog(step, limits.maxAccounts(), tables);
        revaluation = new Revaluation(this, tables, backlog);
        pairs = new OrderPairs(this, positions, contributions);
        rules = new RuleChanges(products, instruments, accounts, revaluation, events);
        variation = new Variation(this, tables, revaluation, ledger, events);
        audit = new ClearingAudit(limits.maxAccounts(), this, tables, ledger);
        snapshot = new ClearingSnapshot(this, instruments, positions, totals, ledger, events);
        orderMargin = new OrderMargin(instruments, positions, margins, terms, requirements);
    }

    // Cash

    /** Checks and books a deposit. */
    public RejectReason deposit(int accountId, Currency currency, long amountMicros) {
        if (amountMicros < 1 || !ledger.hasRoomFor(accountId, currency, amountMicros)) {
            return RejectReason.INVALID_PARAMETER;
        }
        ledger.post(JournalKind.DEPOSIT, HouseAccount.BANK, accountId, currency, amountMicros);
        totals.notePaid(accountId, currency, amountMicros);
        return RejectReason.NONE;
    }

    /** Checks and books a withdrawal: no more than the cash, and no more than equity above the requirement. */
    public RejectReason withdraw(int accountId, Currency currency, long amountMicros) {
        if (amountMicros < 1) {
            return RejectReason.INVALID_PARAMETER;
        }
        long free = equityMicros(accountId, currency) - requirementMicros(accountId, currency);
        if (amountMicros > Math.min(free, balanceMicros(accountId, currency))) {
            return RejectReason.INSUFFICIENT_CASH;
        }
        ledger.post(JournalKind.WITHDRAWAL, accountId, HouseAccount.BANK, currency, amountMicros);
        totals.notePaid(accountId, currency, -amountMicros);
        return RejectReason.NONE;
    }

    // Orders

    /** Adds what an order of these lots may cost to the account's margin. */
    public void reserve(int accountId, int instrumentId, Side side, long priceTicks, long lots) {
        int row = positions.find(accountId, instrumentId);
        changeOpenLots(row == Positions.NONE ? createRow(accountId, instrumentId) : row, side, priceTicks, lots);
    }

    /** Takes it out again: cancelled lots, or the old terms of an amended order. */
    public void release(int accountId, int instrumentId, Side side, long priceTicks, long lots) {
        changeOpenLots(positions.find(accountId, instrumentId), side, priceTicks, -lots);
    }

    /** Pairs of orders of which one cancels the other. */
    public OrderPairs pairs() {
        return pairs;
    }

    /**
     * Clears a fill against both sides: reserves shrink, positions, premiums of options and fees are booked,
     * {@code positionChanged} and {@code posted} are emitted, aggressor first. The engine emits {@code trade} before it calls this.
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
        long value = terms.valueMicros(instrumentId, lots, priceTicks * instruments.tickMicros(instrumentId));
        long takerFee = takerFeeMicros(instrumentId, lots);
        long makerFee = makerFeeMicros(instrumentId, lots);
        fillSide(aggressorAccountId, instrumentId, aggressorSide, aggressorLimitTicks, lots, value, takerFee);
        fillSide(restingAccountId, instrumentId, aggressorSide.opposite(), priceTicks, lots, value, makerFee);
    }

    private void fillSide(
            int accountId, int instrumentId, Side side, long limitTicks, long lots, long value, long fee) {
        int row = positions.find(accountId, instrumentId);
        openLotsBecomePosition(row, side, limitTicks, lots, value);
        events.positionChanged(accountId, instrumentId, positions.lots(row), positions.openValueMicros(row));
        if (instruments.isOption(instrumentId)) {
            long premium = -side.sign() * value;
            ledger.postSigned(JournalKind.PREMIUM, HouseAccount.CLEARING, accountId, currency(instrumentId), premium);
        }
        ledger.postSigned(JournalKind.TRADING_FEE, HouseAccount.FEES, accountId, currency(instrumentId), -fee);
    }

    /** What the aggressor of these lots pays, micros. */
    public long takerFeeMicros(int instrumentId, long lots) {
        return lots * terms.parameters(instrumentId).takerFeeMicrosPerLot();
    }

    /** What the resting side of these lots pays, micros; negative for a rebate. */
    public long makerFeeMicros(int instrumentId, long lots) {
        return lots * terms.parameters(instrumentId).makerFeeMicrosPerLot();
    }

    private int createRow(int accountId, int instrumentId) {
        int row = positions.create(accountId, instrumentId);
        margins.rows().attach(margins.obtain(accountId, instruments.productId(instrumentId)), row);
        return row;
    }

    private void changeOpenLots(int row, Side side, long priceTicks, long lots) {
        long oldLow = positions.low(row);
        long oldHigh = positions.high(row);
        positions.addOpenLots(row, side, lots);
        margins.policies().changeReach(row, oldLow, oldHigh);
        contributions.addOrder(row, side, priceTicks, lots);
        touch(positions.accountId(row), currency(positions.instrumentId(row)));
    }

    /** Adds signed lots that cost a signed value to a position. */
    void changePosition(int row, long lots, long valueMicros) {
        long oldLow = positions.low(row);
        long oldHigh = positions.high(row);
        positions.add(row, lots, valueMicros);
        margins.policies().changeReach(row, oldLow, oldHigh);
        contributions.addPosition(row, lots);
        revalue(row, lots, valueMicros);
        touch(positions.accountId(row), currency(positions.instrumentId(row)));
    }

    /** Both at once: the reach stays where it was on the side of the order. */
    private void openLotsBecomePosition(int row, Side side, long limitTicks, long lots, long valueMicros) {
        long oldLow = positions.low(row);
        long oldHigh = positions.high(row);
        positions.addOpenLots(row, side, -lots);
        positions.add(row, side.sign() * lots, side.sign() * valueMicros);
        margins.policies().changeReach(row, oldLow, oldHigh);
        contributions.addOrder(row, side, limitTicks, -lots);
        contributions.addPosition(row, side.sign() * lots);
        revalue(row, side.sign() * lots, side.sign() * valueMicros);
        touch(positions.accountId(row), currency(positions.instrumentId(row)));
    }

    private void revalue(int row, long lots, long valueMicros) {
        int instrumentId = positions.instrumentId(row);
        if (!instruments.isOption(instrumentId)) {
            long price = instruments.prices().valuationMicros(instrumentId);
            long worth = terms.valueMicros(instrumentId, lots, price);
            totals.addUnrealised(positions.accountId(row), currency(instrumentId), worth - valueMicros);
        }
    }

    /** Something that the account's requirement depends on has changed. */
    void touch(int accountId, Currency currency) {
        if (backlog.isBehind(accountId)) {
            return;
        }
        totals.touch(accountId, currency);
        credits.invalidate(accountId);
    }

    // Prices and parameters: each re-evaluates the positions and working orders that it touches

    /** Checks a mark, then values the instrument at it. Emits {@code markSet}. */
    public RejectReason setMark(int instrumentId, long markMicros, long nowNs) {
        RejectReason refusal = revaluation.checkMark(instrumentId, markMicros);
        if (refusal == RejectReason.NONE) {
            instruments.prices().setMark(instrumentId, markMicros, nowNs);
            events.markSet(instrumentId, markMicros);
            revaluation.setMark(instrumentId, markMicros);
        }
        return refusal;
    }

    /** Checks a risk array, then puts it in force. Emits {@code riskArraySet}. */
    public RejectReason setRiskArray(int instrumentId, long version, long[] lossMicrosPerLot) {
        RejectReason refusal = revaluation.checkRiskArray(instrumentId, version, lossMicrosPerLot);
        if (refusal == RejectReason.NONE) {
            revaluation.setRiskArray(instrumentId, version, lossMicrosPerLot);
            events.riskArraySet(instrumentId, version, lossMicrosPerLot);
        }
        return refusal;
    }

    /** Who is still to be counted by what is in force. */
    public Backlog backlog() {
        return backlog;
    }

    /** What operators set: parameters, rules and limits that margin depends on. */
    public RuleChanges rules() {
        return rules;
    }

    /** What holders are paid at settlement prices. */
    public Variation variation() {
        return variation;
    }

    // Questions

    /** Signed lots. */
    public long positionLots(int accountId, int instrumentId) {
        return positions.lots(positions.find(accountId, instrumentId));
    }

    /** What the position has cost since the last settlement, micros of money. */
    public long openValueMicros(int accountId, int instrumentId) {
        return positions.openValueMicros(positions.find(accountId, instrumentId));
    }

    /** Remaining lots of the account's working orders on a side. */
    public long openLots(int accountId, int instrumentId, Side side) {
        int row = positions.find(accountId, instrumentId);
        return side == Side.BUY ? positions.openBuyLots(row) : positions.openSellLots(row);
    }

    /** The position that the account's orders on a side could reach with these lots more: long for buys, short for sells. */
    public long reachLots(int accountId, int instrumentId, Side side, long lots) {
        int row = positions.find(accountId, instrumentId);
        return lots + (side == Side.BUY ? positions.high(row) : -positions.low(row));
    }

    /** Whether any account has had an order or a position in the instrument since it was listed. */
    public boolean isUsed(int instrumentId) {
        return positions.first(instrumentId) != Positions.NONE;
    }

    /** Balance of a ledger account: an account's cash, or a {@link HouseAccount}. */
    public long balanceMicros(int ledgerAccountId, Currency currency) {
        return ledger.balanceMicros(ledgerAccountId, currency);
    }

    /** Gain or loss of all positions at their valuation prices since the last settlement. */
    public long floatingMicros(int accountId, Currency currency) {
        backlog.bring(accountId);
        return totals.unrealisedMicros(accountId, currency);
    }

    /** Cash plus the value of all positions at their valuation prices since the last settlement. */
    public long equityMicros(int accountId, Currency currency) {
        backlog.bring(accountId);
        return Math.addExact(balanceMicros(accountId, currency), totals.unrealisedMicros(accountId, currency));
    }

    /** What the account must hold for its positions and working orders: counted only if anything of it has changed in this command. */
    public long requirementMicros(int accountId, Currency currency) {
        backlog.bring(accountId);
        return totals.isTouched(accountId, currency)
                ? requirements.micros(accountId, currency)
                : totals.toldMicros(accountId, currency);
    }

    /** The account's highest equity at a daily settlement, moved by what was paid in and out since. */
    public long highestEquityMicros(int accountId, Currency currency) {
        return totals.highestEquityMicros(accountId, currency);
    }

    /** The value of the most that fills could make of the account's positions in the currency, with one more order. */
    public long reachValueWithMicros(int accountId, int instrumentId, Side side, long lots) {
        return orderMargin.reachValueWithMicros(accountId, instrumentId, side, lots);
    }

    /** By how much the account's requirement would rise with one more order; never below zero. Changes nothing. */
    public long addedRequirementMicros(int accountId, int instrumentId, Side side, long priceTicks, long lots) {
        backlog.bring(accountId);
        return requirements.addedMicros(accountId, instrumentId, side, priceTicks, lots);
    }

    /** What the product's margin with one more order is made of; holds until the next call. */
    public OrderMargin marginWith(int accountId, int instrumentId, Side side, long priceTicks, long lots) {
        backlog.bring(accountId);
        return orderMargin.of(accountId, instrumentId, side, priceTicks, lots);
    }

    /** What accounts must hold; of an account that is behind, nothing that is right. */
    Requirements requirements() {
        return requirements;
    }

    /** How often all positions of an account in a product were looked at for what it requires. */
    public long walks() {
        return margins.walks();
    }

    Currency currency(int instrumentId) {
        return terms.currency(instrumentId);
    }

    // Command end, audit, snapshot

    /** Emits {@code requirementChanged} for each account and currency whose requirement this command changed. */
    public void endCommand() {
        totals.tell(this, events);
    }

    /** Checks every invariant of the package from scratch. @throws IllegalStateException if one is broken */
    public void audit() {
        audit.check();
    }

    /** Writes what clearing holds, and reads it again. */
    public ClearingSnapshot snapshot() {
        return snapshot;
    }

    /** Adds a row of a snapshot. */
    void restorePosition(int accountId, int instrumentId, long lots, long openValueMicros) {
        changePosition(createRow(accountId, instrumentId), lots, openValueMicros);
    }
}
