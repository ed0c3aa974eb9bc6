package org.calx.gateway.view;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.Currency;

/** Applies the events of clearing: accounts, positions, balances and requirements. */
public final class Accounts {
    private final Map<Integer, AccountView> byId = new TreeMap<>();
    private final Listings listings;
    private final Changes changes;

    Accounts(Listings listings, Changes changes) {
        this.listings = listings;
        this.changes = changes;
    }

    void opened(ExchangeEvent.AccountOpened event) {
        byId.putIfAbsent(event.accountId(), new AccountView(event.accountId(), event.name()));
    }

    void positionChanged(ExchangeEvent.PositionChanged event) {
        AccountView account = get(event.accountId());
        InstrumentView instrument = listings.instrument(event.instrumentId());
        PositionView position = new PositionView(instrument, event.positionLots(), event.openValueMicros());
        instrument.movePosition(account.position(instrument).lots(), position.lots());
        account.setPosition(position);
        changes.positions
                .computeIfAbsent(account, unused -> new LinkedHashMap<>())
                .put(instrument, position);
        changes.accounts.add(account);
        changes.instruments.add(instrument);
    }

    void posted(ExchangeEvent.Posted event) {
        setBalance(event.debitAccountId(), event.currency(), event.debitBalanceMicros());
        setBalance(event.creditAccountId(), event.currency(), event.creditBalanceMicros());
    }

    void setBalance(int ledgerAccountId, Currency currency, long micros) {
        AccountView account = byId.get(ledgerAccountId);
        if (account != null) {
            account.setBalance(currency, micros);
            changes.accounts.add(account);
        }
    }

    void requirementChanged(ExchangeEvent.RequirementChanged event) {
        AccountView account = get(event.accountId());
        account.setRequirement(event.currency(), event.initialMarginMicros());
        changes.accounts.add(account);
    }

    /** The account with this id. */
    public Optional<AccountView> find(int accountId) {
        return Optional.ofNullable(byId.get(accountId));
    }

    /** The account, which must exist. */
    AccountView get(int accountId) {
        AccountView account = byId.get(accountId);
        if (account == null) {
            throw new UnknownReference("account", accountId);
        }
        return account;
    }
}
