package org.calx.core.engine;

import org.calx.core.book.Orders;
import org.calx.core.clearing.HouseAccount;
import org.calx.core.liveness.Countdowns;
import org.calx.core.liveness.Defaults;
import org.calx.core.reference.Fixings;
import org.calx.core.reference.InstrumentPrices;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.Markets;
import org.calx.core.reference.Products;
import org.calx.core.reference.RiskArrays;
import org.calx.model.Fixing;
import org.calx.model.MarginPolicy;

/** The rows of a state image, section by section: what is defined before what refers to it. */
final class ImageRows {
    /** Sections before the orders. */
    static final int SECTIONS = 11;

    private static final int VENUE = 0;
    private static final int SENDERS = 1;
    private static final int MARKETS = 2;
    private static final int PRODUCTS = 3;
    private static final int SPREADS = 4;
    private static final int FIXINGS = 5;
    private static final int INSTRUMENTS = 6;
    private static final int ACCOUNTS = 7;
    private static final int KEYS = 8;
    private static final int PARAMETERS = 9;
    private static final int CLEARING = 10;

    private final Venue venue;
    private final ExchangeEvents events;
    private final ParameterImage parameters;

    ImageRows(Venue venue) {
        this.venue = venue;
        events = venue.events;
        parameters = new ParameterImage(venue);
    }

    /** How many places a section has; not every place has a row. */
    int count(int section) {
        return switch (section) {
            case VENUE, SPREADS -> 1;
            case SENDERS -> venue.senders.count();
            case MARKETS -> Markets.CAPACITY;
            case PARAMETERS -> ParameterImage.PLACES;
            case PRODUCTS, FIXINGS -> Products.CAPACITY;
            case INSTRUMENTS -> venue.instruments.highestId();
            case ACCOUNTS -> venue.accounts.highestId();
            case KEYS -> venue.apiKeys.size();
            case CLEARING -> HouseAccount.COUNT + venue.accounts.highestId();
            default -> throw new IllegalArgumentException("no image section " + section);
        };
    }

    /** Tells the rows at a place, from 0. @return how many there were */
    int tell(int section, int index) {
        return switch (section) {
            case VENUE -> venue();
            case SENDERS -> sender(venue.senders.at(index));
            case MARKETS -> market(index + 1);
            case PRODUCTS -> product(index + 1);
            case SPREADS -> spreads();
            case FIXINGS -> fixings(index + 1);
            case INSTRUMENTS -> instrument(index + 1);
            case ACCOUNTS -> account(index + 1);
            case KEYS -> key(index);
            case PARAMETERS -> parameters.tell(index);
            case CLEARING -> clearing(index);
            default -> throw new IllegalArgumentException("no image section " + section);
        };
    }

    private int venue() {
        events.venueOpened(venue.senders.at(0).senderId(), venue.limits);
        venue.protocol.tell();
        venue.clock.tell();
        return 3;
    }

    private int sender(Sender sender) {
        events.senderRegistered(sender.senderId(), sender.role(), sender.accountId());
        if (sender.hasKey()) {
            events.operatorKeySet(sender.senderId(), sender.role(), sender.key());
        }
        return 1 + venue.retainedEvents.tell(sender.senderId());
    }

    private int market(int marketId) {
        if (!venue.markets.exists(marketId)) {
            return 0;
        }
        events.marketDefined(venue.markets.spec(marketId));
        events.marketPhaseChanged(marketId, venue.markets.businessDay(marketId), venue.markets.phase(marketId));
        return 2;
    }

    private int product(int productId) {
        if (!venue.products.exists(productId)) {
            return 0;
        }
        events.productDefined(venue.products.spec(productId));
        int rows = 1;
        if (venue.products.parameters(productId) != null) {
            events.productParametersSet(venue.products.parameters(productId));
            rows++;
        }
        if (venue.products.hasOwnRules(productId)) {
            events.riskRulesSet(venue.products.riskRules(productId));
            rows++;
        }
        if (!venue.products.policy(productId).equals(MarginPolicy.defaults(productId))) {
            events.marginPolicySet(venue.products.policy(productId));
            rows++;
        }
        if (venue.products.spreads().hasCharges(productId)) {
            events.marginChargesSet(venue.products.spreads().charges(productId).charges());
            rows++;
        }
        return rows;
    }

    private int spreads() {
        if (venue.products.spreads().credits().places() == 0) {
            return 0;
        }
        events.commoditySpreadsSet(venue.products.spreads().credits().spreads());
        return 1;
    }

    /** Tells a product's remembered fixings from the oldest day on. */
    private int fixings(int productId) {
        if (!venue.products.exists(productId)) {
            return 0;
        }
        int businessDay =
                venue.markets.businessDay(venue.products.spec(productId).marketId());
        int rows = 0;
        for (int day = businessDay - Fixings.DAYS_BEHIND; day <= businessDay + Fixings.DAYS_AHEAD; day++) {
            Fixing fixing = venue.fixings.on(productId, day);
            if (fixing != null) {
                events.fixingPublished(fixing);
                rows++;
            }
        }
        return rows;
    }

    private int instrument(int instrumentId) {
        Instruments instruments = venue.instruments;
        if (!instruments.exists(instrumentId)) {
            return 0;
        }
        events.instrumentListed(instruments.spec(instrumentId));
        int rows = 1 + prices(instrumentId, instruments.prices());
        if (instruments.riskArrays().isPublished(instrumentId)) {
            RiskArrays arrays = instruments.riskArrays();
            events.riskArraySet(instrumentId, arrays.version(instrumentId), arrays.published(instrumentId));
            rows++;
        }
        return rows;
    }

    private int prices(int instrumentId, InstrumentPrices prices) {
        int rows = 0;
        if (prices.hasMark(instrumentId)) {
            events.markSet(instrumentId, prices.markMicros(instrumentId));
            rows++;
        }
        long known = prices.hasMark(instrumentId)
                ? prices.markMicros(instrumentId)
                : venue.instruments.spec(instrumentId).referencePriceMicros();
        if (prices.valuationMicros(instrumentId) != known) {
            events.valuationSet(instrumentId, prices.valuationMicros(instrumentId));
            rows++;
        }
        if (venue.instruments.isExpired(instrumentId)) {
            events.instrumentExpired(
                    instrumentId,
                    prices.settledDay(instrumentId),
                    prices.settlementMicros(instrumentId),
                    prices.fixingCount(instrumentId));
            rows++;
        } else if (prices.settledDay(instrumentId) != InstrumentPrices.NEVER) {
            events.settlementPriceSet(
                    instrumentId,
                    prices.settledDay(instrumentId),
                    prices.settlementMicros(instrumentId),
                    prices.settlementTier(instrumentId));
            rows++;
        }
        return rows;
    }

    private int account(int accountId) {
        if (!venue.accounts.exists(accountId)) {
            return 0;
        }
        events.accountOpened(accountId, venue.accounts.name(accountId));
        int rows = 1;
        long graceNs = venue.liveness.defaults().graceNs(accountId);
        if (graceNs != Defaults.NONE) {
            events.cancelOnDisconnectSet(accountId, true, graceNs);
            rows++;
        }
        Countdowns countdowns = venue.liveness.countdowns();
        if (countdowns.dueNs(accountId) != 0) {
            events.countdownSet(accountId, countdowns.durationNs(accountId), countdowns.dueNs(accountId));
            rows++;
        }
        if (venue.accounts.hasOwnRisk(accountId)) {
            events.accountRiskSet(venue.accounts.risk(accountId));
            rows++;
        }
        return rows;
    }

    private int key(int index) {
        events.apiKeyRegistered(venue.apiKeys.get(index));
        return 1;
    }

    /** House accounts first, then the accounts. */
    private int clearing(int index) {
        int accountId = index + 1 - HouseAccount.COUNT;
        if (accountId <= 0) {
            return venue.clearing.snapshot().writeHouseImage(-1 - index);
        }
        return venue.accounts.exists(accountId) ? venue.clearing.snapshot().writeAccountImage(accountId) : 0;
    }

    /** Tells a working order. */
    void order(int slot) {
        Orders orders = venue.orders.orders();
        OrderDetails details = venue.orders.details();
        events.imageOrder(
                orders.orderId(slot),
                orders.accountId(slot),
                orders.instrumentId(slot),
                venue.orders.sideOf(slot),
                details.timeInForce(slot),
                details.isPostOnly(slot),
                orders.priceTicks(slot),
                orders.originalLots(slot),
                orders.remainingLots(slot),
                details.clientOrderIdHigh(slot),
                details.clientOrderIdLow(slot),
                details.labelHigh(slot),
                details.labelLow(slot),
                details.enteredNs(slot));
        if (details.linkedOrderId(slot) != 0) {
            events.ordersLinked(orders.accountId(slot), orders.orderId(slot), details.linkedOrderId(slot));
        }
    }
}
