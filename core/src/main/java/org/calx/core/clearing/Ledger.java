package org.calx.core.clearing;

import org.calx.core.engine.ExchangeEvents;
import org.calx.core.reference.NumericBounds;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.Currency;
import org.calx.model.JournalKind;

/**
 * The double-entry ledger: one balance per ledger account and currency, changed by balanced entries alone. Ledger
 * accounts are the accounts' cash (their ids) and the house's ({@link HouseAccount}).
 */
final class Ledger {
    private final ExchangeEvents events;
    private final long[] balances;
    private long journalId;

    Ledger(int maxAccounts, ExchangeEvents events) {
        this.events = events;
        balances = new long[(HouseAccount.COUNT + maxAccounts + 1) * Currency.count()];
    }

    /**
     * Moves an amount from one ledger account to another and emits {@code posted}. Nothing happens for zero.
     *
     * @throws ArithmeticException if a balance would not fit a {@code long}
     */
    void post(JournalKind kind, int debitId, int creditId, Currency currency, long amountMicros) {
        if (amountMicros < 0 || debitId == creditId) {
            throw new IllegalArgumentException("entry of " + amountMicros + " from " + debitId + " to " + creditId);
        }
        if (amountMicros == 0) {
            return;
        }
        int debit = index(debitId, currency);
        int credit = index(creditId, currency);
        balances[debit] = Math.subtractExact(balances[debit], amountMicros);
        balances[credit] = Math.addExact(balances[credit], amountMicros);
        journalId++;
        events.posted(journalId, kind, debitId, creditId, currency, amountMicros, balances[debit], balances[credit]);
    }

    /** {@link #post} of a signed amount: above zero from the house to the account, below zero the other way. */
    void postSigned(JournalKind kind, int houseId, int accountId, Currency currency, long amountMicros) {
        if (amountMicros >= 0) {
            post(kind, houseId, accountId, currency, amountMicros);
        } else {
            post(kind, accountId, houseId, currency, Math.negateExact(amountMicros));
        }
    }

    long balanceMicros(int ledgerAccountId, Currency currency) {
        return balances[index(ledgerAccountId, currency)];
    }

    /** Whether the bounds on one balance and on all deposits leave room for a deposit. */
    boolean hasRoomFor(int accountId, Currency currency, long amountMicros) {
        long most = NumericBounds.MAX_CASH_MICROS - amountMicros;
        return amountMicros <= NumericBounds.MAX_CASH_MICROS
                && balanceMicros(accountId, currency) <= most
                && -balanceMicros(HouseAccount.BANK, currency) <= most;
    }

    /** Sum of all balances of a currency: zero, or the ledger is broken. */
    long sumMicros(Currency currency) {
        long sum = 0;
        for (int i = currency.ordinal(); i < balances.length; i += Currency.count()) {
            sum += balances[i];
        }
        return sum;
    }

    void writeTo(SnapshotWriter writer) {
        writer.section("ledger");
        writer.writeLong(journalId);
        int used = 0;
        for (long balance : balances) {
            used += balance == 0 ? 0 : 1;
        }
        writer.writeInt(used);
        for (int i = 0; i < balances.length; i++) {
            if (balances[i] != 0) {
                writer.writeInt(i);
                writer.writeLong(balances[i]);
            }
        }
    }

    void readFrom(SnapshotReader reader) {
        reader.section("ledger");
        journalId = reader.readLong();
        int used = reader.readInt();
        for (int i = 0; i < used; i++) {
            balances[reader.readInt()] = reader.readLong();
        }
    }

    private static int index(int ledgerAccountId, Currency currency) {
        return (HouseAccount.COUNT + ledgerAccountId) * Currency.count() + currency.ordinal();
    }
}
