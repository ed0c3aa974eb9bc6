package org.calx.core.clearing;

import org.calx.core.engine.ExchangeEvents;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.Currency;

/**
 * Per account and currency: the unrealised variation of its positions, its highest equity, and the requirement that the
 * world was last told of. Accounts touched during a command are remembered in the order in which they were touched.
 */
final class AccountTotals {
    private static final int CURRENCY_BITS = Integer.SIZE - Integer.numberOfLeadingZeros(Currency.count() - 1);
    private static final int CURRENCY_MASK = (1 << CURRENCY_BITS) - 1;

    private static final int END = 0;

    private final long[] unrealised;
    private final long[] told;
    private final long[] highest;
    private final boolean[] touched;
    private final int[] touchedIndexes;
    private int touchedCount;

    AccountTotals(int maxAccounts) {
        int size = (maxAccounts + 1) << CURRENCY_BITS;
        unrealised = new long[size];
        told = new long[size];
        highest = new long[size];
        touched = new boolean[size];
        touchedIndexes = new int[size];
    }

    /** Value of the positions at their valuation prices minus what they have cost since the last settlement. */
    long unrealisedMicros(int accountId, Currency currency) {
        return unrealised[index(accountId, currency)];
    }

    void addUnrealised(int accountId, Currency currency, long amountMicros) {
        int index = index(accountId, currency);
        unrealised[index] = Math.addExact(unrealised[index], amountMicros);
    }

    void setUnrealised(int accountId, Currency currency, long amountMicros) {
        unrealised[index(accountId, currency)] = amountMicros;
    }

    /** The requirement that the world was last told of. */
    long toldMicros(int accountId, Currency currency) {
        return told[index(accountId, currency)];
    }

    void setTold(int accountId, Currency currency, long requirementMicros) {
        told[index(accountId, currency)] = requirementMicros;
    }

    /** The highest equity at a daily settlement, moved by what was paid in and out since. */
    long highestEquityMicros(int accountId, Currency currency) {
        return highest[index(accountId, currency)];
    }

    /** Notes the equity after a settlement. */
    void noteSettled(int accountId, Currency currency, long equityMicros) {
        int index = index(accountId, currency);
        highest[index] = Math.max(highest[index], equityMicros);
    }

    /** Notes cash paid in, or out if negative. */
    void notePaid(int accountId, Currency currency, long amountMicros) {
        highest[index(accountId, currency)] += amountMicros;
    }

    /** Whether the requirement may be another than the one last told. */
    boolean isTouched(int accountId, Currency currency) {
        return touched[index(accountId, currency)];
    }

    /** Remembers that the account's requirement in the currency may have changed. */
    void touch(int accountId, Currency currency) {
        int index = index(accountId, currency);
        if (!touched[index]) {
            touched[index] = true;
            touchedIndexes[touchedCount++] = index;
        }
    }

    /**
     * Tells of each touched requirement that is not the one last told, and forgets what was touched. Accounts behind are told of
     * when they have been counted.
     */
    void tell(Clearing clearing, ExchangeEvents events) {
        for (int i = 0; i < touchedCount; i++) {
            int index = touchedIndexes[i];
            int accountId = index >> CURRENCY_BITS;
            if (clearing.backlog().isBehind(accountId)) {
                touched[index] = false;
                continue;
            }
            Currency currency = Currency.of(index & CURRENCY_MASK);
            long requirement = clearing.requirementMicros(accountId, currency);
            touched[index] = false;
            if (requirement != told[index]) {
                told[index] = requirement;
                events.requirementChanged(accountId, currency, requirement);
            }
        }
        touchedCount = 0;
    }

    /** Takes what is required now as told and forgets what was touched. */
    void acknowledge(Clearing clearing) {
        for (int i = 0; i < touchedCount; i++) {
            int index = touchedIndexes[i];
            told[index] = clearing.requirementMicros(index >> CURRENCY_BITS, Currency.of(index & CURRENCY_MASK));
            touched[index] = false;
        }
        touchedCount = 0;
    }

    void writeTo(SnapshotWriter writer) {
        writer.section("highest equity");
        for (int index = 1; index < highest.length; index++) {
            if (highest[index] != 0) {
                writer.writeInt(index);
                writer.writeLong(highest[index]);
            }
        }
        writer.writeInt(END);
    }

    void readFrom(SnapshotReader reader) {
        reader.section("highest equity");
        for (int index = reader.readInt(); index != END; index = reader.readInt()) {
            highest[index] = reader.readLong();
        }
    }

    private static int index(int accountId, Currency currency) {
        return accountId << CURRENCY_BITS | currency.ordinal();
    }
}
