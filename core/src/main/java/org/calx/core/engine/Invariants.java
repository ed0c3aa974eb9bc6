package org.calx.core.engine;

import org.calx.core.book.BookSide;
import org.calx.core.book.OrderBook;
import org.calx.core.book.Orders;
import org.calx.core.clearing.Clearing;
import org.calx.core.clearing.HouseAccount;
import org.calx.model.Currency;
import org.calx.model.Side;

/**
 * What must hold after every command. In production the instrument that a command touched and the first accounts whose
 * orders it touched there are checked; {@link #auditAll} checks everything from scratch.
 */
final class Invariants {
    /** An account with more working orders than this has its reserve recounted in full audits alone. */
    private static final int MAX_RECOUNTED_ORDERS = 8;

    /** Of the accounts that a command touches in an instrument, so many are checked. */
    private static final int MAX_TOUCHED_ACCOUNTS = 8;

    private static final int NO_INSTRUMENT = 0;

    private final Venue venue;
    private final OrderTable table;
    private final Orders orders;
    private final Clearing clearing;
    private final int[] accountIds = new int[MAX_TOUCHED_ACCOUNTS];
    private int touchedAccounts;
    private int instrumentId = NO_INSTRUMENT;
    private long checked;

    Invariants(Venue venue) {
        this.venue = venue;
        table = venue.orders;
        orders = table.orders();
        clearing = venue.clearing;
    }

    /** The command at hand changes an account's orders in an instrument, the one that it touched before if any. */
    void touch(int accountId, int touchedInstrumentId) {
        instrumentId = touchedInstrumentId;
        if (touchedAccounts < MAX_TOUCHED_ACCOUNTS) {
            accountIds[touchedAccounts++] = accountId;
        }
    }

    /** Checks what the command touched. */
    void checkTouched() {
        if (instrumentId == NO_INSTRUMENT) {
            return;
        }
        checkBook(instrumentId);
        for (int i = 0; i < touchedAccounts; i++) {
            if (table.count(accountIds[i]) <= MAX_RECOUNTED_ORDERS) {
                checkReserve(accountIds[i], instrumentId);
            }
        }
        touchedAccounts = 0;
        instrumentId = NO_INSTRUMENT;
    }

    /** Checks everything. @return how many invariants were checked */
    long auditAll() {
        long before = checked;
        for (int id = 1; id <= venue.instruments.highestId(); id++) {
            if (venue.instruments.exists(id)) {
                auditInstrument(id);
            }
        }
        auditOrderCounts();
        auditLedger();
        clearing.audit();
        checked++;
        return checked - before;
    }

    long checked() {
        return checked;
    }

    private void checkBook(int id) {
        OrderBook book = table.book(id);
        if (book.bestBidTicks() >= book.bestAskTicks()) {
            throw new InvariantViolation("book of instrument " + id + " is crossed: bid " + book.bestBidTicks()
                    + ", ask " + book.bestAskTicks());
        }
        checked++;
    }

    private void checkReserve(int account, int id) {
        long buyLots = 0;
        long sellLots = 0;
        for (int slot = orders.firstOfAccount(account); slot != Orders.NONE; slot = orders.nextOfAccount(slot)) {
            if (orders.instrumentId(slot) == id) {
                buyLots += orders.side(slot) == BookSide.BID ? orders.remainingLots(slot) : 0;
                sellLots += orders.side(slot) == BookSide.ASK ? orders.remainingLots(slot) : 0;
            }
        }
        checkEqual("reserved buy lots", account, id, clearing.openLots(account, id, Side.BUY), buyLots);
        checkEqual("reserved sell lots", account, id, clearing.openLots(account, id, Side.SELL), sellLots);
    }

    private void checkEqual(String what, int account, int id, long kept, long counted) {
        if (kept != counted) {
            throw new InvariantViolation(what + " of account " + account + " in instrument " + id + ": " + kept
                    + " kept, " + counted + " counted");
        }
        checked++;
    }

    private void auditInstrument(int id) {
        checkBook(id);
        long positions = 0;
        for (int account = 1; account <= venue.accounts.highestId(); account++) {
            if (venue.accounts.exists(account)) {
                positions += clearing.positionLots(account, id);
                checkReserve(account, id);
            }
        }
        if (positions != 0) {
            throw new InvariantViolation("positions in instrument " + id + " sum to " + positions);
        }
        checked++;
    }

    private void auditOrderCounts() {
        int resting = 0;
        for (int id = 1; id <= venue.instruments.highestId(); id++) {
            if (venue.instruments.exists(id)) {
                resting +=
                        table.book(id).orderCount(BookSide.BID) + table.book(id).orderCount(BookSide.ASK);
            }
        }
        if (resting != orders.size()) {
            throw new InvariantViolation(orders.size() + " orders live, " + resting + " rest in books");
        }
        checked++;
    }

    private void auditLedger() {
        for (int code = 0; code < Currency.count(); code++) {
            Currency currency = Currency.of(code);
            long sum = 0;
            for (int id = -HouseAccount.COUNT; id <= venue.accounts.highestId(); id++) {
                sum += id == 0 ? 0 : clearing.balanceMicros(id, currency);
            }
            if (sum != 0) {
                throw new InvariantViolation("ledger balances in " + currency + " sum to " + sum);
            }
            checked++;
        }
    }
}
