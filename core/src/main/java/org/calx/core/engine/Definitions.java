package org.calx.core.engine;

import org.calx.model.ApiKey;
import org.calx.model.Fixing;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketSpec;
import org.calx.model.ProductSpec;
import org.calx.model.RejectReason;
import org.calx.model.SenderRole;

/** What is listed and who takes part: each definition is checked, put into its table and told. */
final class Definitions {
    private final Venue venue;
    private final ExchangeEvents events;

    Definitions(Venue venue) {
        this.venue = venue;
        events = venue.events;
    }

    RejectReason registerSender(int senderId, SenderRole role, int accountId) {
        boolean isParticipant = role == SenderRole.PARTICIPANT;
        if (role == null || (!isParticipant && accountId != 0) || mustHaveKey(role)) {
            return RejectReason.INVALID_PARAMETER;
        }
        RejectReason reason = venue.senders.check(senderId);
        if (reason == RejectReason.NONE && isParticipant && !venue.accounts.exists(accountId)) {
            reason = RejectReason.UNKNOWN_ACCOUNT;
        }
        if (reason == RejectReason.NONE) {
            venue.senders.register(senderId, role, accountId);
            events.senderRegistered(senderId, role, accountId);
        }
        return reason;
    }

    /** Who signs is registered with a key, once the venue has keys. */
    private boolean mustHaveKey(SenderRole role) {
        return venue.senders.isKeyed() && role.signs();
    }

    RejectReason defineMarket(MarketSpec market) {
        RejectReason reason = venue.markets.checkDefine(market);
        if (reason == RejectReason.NONE) {
            venue.markets.define(market);
            events.marketDefined(market);
        }
        return reason;
    }

    RejectReason defineProduct(ProductSpec product) {
        RejectReason reason = venue.products.checkDefine(product, venue.markets);
        if (reason == RejectReason.NONE) {
            venue.products.define(product);
            events.productDefined(product);
        }
        return reason;
    }

    RejectReason listInstrument(InstrumentSpec instrument) {
        RejectReason reason = venue.instruments.checkList(instrument);
        if (reason == RejectReason.NONE) {
            venue.instruments.list(instrument);
            venue.orders.addBook(instrument.instrumentId());
            venue.clearing.rules().noteListed(instrument);
            events.instrumentListed(instrument);
        }
        return reason;
    }

    RejectReason openAccount(int accountId, String name) {
        RejectReason reason = venue.accounts.checkOpen(accountId, name);
        if (reason == RejectReason.NONE) {
            venue.accounts.open(accountId, name);
            venue.clientOrderIds.open(accountId);
            events.accountOpened(accountId, name);
        }
        return reason;
    }

    RejectReason registerApiKey(ApiKey key) {
        RejectReason reason = venue.apiKeys.checkRegister(key, venue.accounts);
        if (reason == RejectReason.NONE) {
            venue.apiKeys.register(key);
            events.apiKeyRegistered(key);
        }
        return reason;
    }

    RejectReason publishFixing(Fixing fixing) {
        RejectReason reason = venue.fixings.checkRecord(fixing, venue.products, venue.markets);
        if (reason == RejectReason.NONE) {
            venue.fixings.record(fixing);
            events.fixingPublished(fixing);
            venue.clearing.rules().noteFixing(fixing, venue.fixings);
        }
        return reason;
    }
}
