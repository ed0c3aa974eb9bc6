package org.calx.acceptance.simulator.model;

import java.util.Map;
import java.util.TreeMap;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.Currency;
import org.calx.model.JournalKind;

/** Balances, and the journal entries that change them. */
final class ModelMoney {
    static final int BANK = -1;
    static final int CLEARING = -2;
    static final int FEES = -3;

    private final Map<Currency, Map<Integer, Long>> balances = new TreeMap<>();
    private long journalId;

    long balanceMicros(int ledgerAccountId, Currency currency) {
        return balances.getOrDefault(currency, Map.of()).getOrDefault(ledgerAccountId, 0L);
    }

    /** Moves a signed amount: above zero from the first to the second. @return the entry, or null for nothing */
    ExchangeEvent.Posted move(JournalKind kind, int from, int to, Currency currency, long amountMicros) {
        if (amountMicros == 0) {
            return null;
        }
        if (amountMicros < 0) {
            return move(kind, to, from, currency, -amountMicros);
        }
        journalId++;
        long debit = add(from, currency, -amountMicros);
        long credit = add(to, currency, amountMicros);
        return new ExchangeEvent.Posted(journalId, kind, from, to, currency, amountMicros, debit, credit);
    }

    private long add(int ledgerAccountId, Currency currency, long amountMicros) {
        return balances.computeIfAbsent(currency, unused -> new TreeMap<>())
                .merge(ledgerAccountId, amountMicros, Math::addExact);
    }

    /** Sum of all balances in all currencies; anything but zero is money made or lost. */
    long sumMicros() {
        long sum = 0;
        for (Map<Integer, Long> ofCurrency : balances.values()) {
            for (long balance : ofCurrency.values()) {
                sum = Math.addExact(sum, balance);
            }
        }
        return sum;
    }
}
