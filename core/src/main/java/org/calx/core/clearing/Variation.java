package org.calx.core.clearing;

import org.calx.core.engine.ExchangeEvents;
import org.calx.core.reference.Instruments;
import org.calx.model.Currency;
import org.calx.model.JournalKind;

/**
 * Variation margin: the difference between what a position is worth at a settlement price and what it has cost moves
 * between the holder's cash and {@link HouseAccount#CLEARING}.
 *
 * <p>Price, units and lots are integers, so no amount is rounded; positions and open values of an instrument sum to zero,
 * so the amounts do, and the clearing account ends where it began.
 */
public final class Variation {
    private final Clearing clearing;
    private final Instruments instruments;
    private final Positions positions;
    private final MarginAccounts margins;
    private final AccountTotals totals;
    private final OrderTerms terms;
    private final Revaluation revaluation;
    private final Ledger ledger;
    private final ExchangeEvents events;

    Variation(Clearing clearing, Tables tables, Revaluation revaluation, Ledger ledger, ExchangeEvents events) {
        this.clearing = clearing;
        this.revaluation = revaluation;
        this.ledger = ledger;
        this.events = events;
        instruments = tables.instruments();
        positions = tables.positions();
        margins = tables.margins();
        totals = tables.totals();
        terms = tables.terms();
    }

    /**
     * Pays every holder the variation to a settlement price and lets its position have cost that price. Emits
     * {@code posted} and {@code positionChanged} for each.
     *
     * @param revalue whether equity is counted against the settlement price from now on, because there is no fresh mark
     */
    public void settle(int instrumentId, long priceMicros, boolean revalue) {
        revaluation.noteSettled(instrumentId);
        pay(instrumentId, priceMicros);
        if (revalue) {
            events.valuationSet(instrumentId, priceMicros);
            revaluation.setValuation(instrumentId, priceMicros);
        }
        noteEquity(instrumentId);
    }

    private void pay(int instrumentId, long priceMicros) {
        Currency currency = clearing.currency(instrumentId);
        long before = ledger.balanceMicros(HouseAccount.CLEARING, currency);
        for (int row = positions.first(instrumentId); row != Positions.NONE; row = positions.next(row)) {
            if (positions.lots(row) != 0 || positions.openValueMicros(row) != 0) {
                move(row, priceMicros, JournalKind.VARIATION);
                tell(row);
            }
        }
        checkBalanced(instrumentId, before);
    }

    /** Notes each holder's equity, of which the highest counts for its drawdown. */
    private void noteEquity(int instrumentId) {
        Currency currency = clearing.currency(instrumentId);
        for (int row = positions.first(instrumentId); row != Positions.NONE; row = positions.next(row)) {
            int accountId = positions.accountId(row);
            totals.noteSettled(accountId, currency, clearing.equityMicros(accountId, currency));
        }
    }

    /**
     * Pays every holder the variation to the final settlement price, takes the settlement fee and the position away.
     *
     * @throws IllegalStateException if an order still works in the instrument
     */
    public void settleFinally(int instrumentId, long priceMicros) {
        Currency currency = clearing.currency(instrumentId);
        long before = ledger.balanceMicros(HouseAccount.CLEARING, currency);
        long feePerLot = terms.parameters(instrumentId).settlementFeeMicrosPerLot();
        for (int row = positions.first(instrumentId); row != Positions.NONE; row = positions.next(row)) {
            if (positions.openBuyLots(row) != 0 || positions.openSellLots(row) != 0) {
                throw new IllegalStateException("instrument " + instrumentId + " expires with working orders");
            }
            long fee = Math.abs(positions.lots(row)) * feePerLot;
            if (positions.lots(row) != 0 || positions.openValueMicros(row) != 0) {
                move(row, priceMicros, JournalKind.FINAL_SETTLEMENT);
                ledger.post(JournalKind.SETTLEMENT_FEE, positions.accountId(row), HouseAccount.FEES, currency, fee);
                end(row);
            }
        }
        checkBalanced(instrumentId, before);
        drop(instrumentId);
    }

    /** Pays the variation; of an option, whose premium was paid, nothing but its value at expiry. */
    private void move(int row, long priceMicros, JournalKind kind) {
        int instrumentId = positions.instrumentId(row);
        if (instruments.isOption(instrumentId)) {
            moveOption(row, priceMicros, kind);
            return;
        }
        int accountId = positions.accountId(row);
        Currency currency = clearing.currency(instrumentId);
        long worth = terms.valueMicros(instrumentId, positions.lots(row), priceMicros);
        long gain = worth - positions.openValueMicros(row);
        ledger.postSigned(kind, HouseAccount.CLEARING, accountId, currency, gain);
        positions.set(row, positions.lots(row), worth);
        totals.addUnrealised(accountId, currency, -gain);
    }

    private void moveOption(int row, long priceMicros, JournalKind kind) {
        int instrumentId = positions.instrumentId(row);
        long worth = terms.valueMicros(instrumentId, positions.lots(row), priceMicros);
        if (kind == JournalKind.FINAL_SETTLEMENT) {
            ledger.postSigned(
                    kind, HouseAccount.CLEARING, positions.accountId(row), clearing.currency(instrumentId), worth);
        }
        positions.set(row, positions.lots(row), worth);
    }

    private void end(int row) {
        clearing.changePosition(row, -positions.lots(row), -positions.openValueMicros(row));
        tell(row);
    }

    private void tell(int row) {
        events.positionChanged(
                positions.accountId(row),
                positions.instrumentId(row),
                positions.lots(row),
                positions.openValueMicros(row));
    }

    private void drop(int instrumentId) {
        for (int row = positions.first(instrumentId); row != Positions.NONE; row = positions.next(row)) {
            margins.rows().detach(row);
        }
        positions.dropAll(instrumentId);
    }

    private void checkBalanced(int instrumentId, long before) {
        long after = ledger.balanceMicros(HouseAccount.CLEARING, clearing.currency(instrumentId));
        if (after != before) {
            throw new IllegalStateException("variation of instrument " + instrumentId + " ("
                    + instruments.spec(instrumentId).symbol() + ") sums to " + (before - after) + ", not 0");
        }
    }
}
