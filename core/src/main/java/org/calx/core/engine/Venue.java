package org.calx.core.engine;

import org.calx.core.authority.Proposals;
import org.calx.core.clearing.Clearing;
import org.calx.core.liveness.Liveness;
import org.calx.core.reference.Accounts;
import org.calx.core.reference.ApiKeys;
import org.calx.core.reference.Fixings;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.Markets;
import org.calx.core.reference.Products;
import org.calx.core.reference.StagedParameters;
import org.calx.core.risk.PreTradeRisk;
import org.calx.core.settlement.DailySettlement;
import org.calx.core.settlement.Expiry;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.ProtocolVersion;
import org.calx.model.RejectReason;
import org.calx.model.VenueLimits;

/** Everything that exists once the venue is open, in tables of the size that its limits give. */
final class Venue {
    private static final int MAX_IDS = 1 << 16;
    private static final int MAX_WINDOW = 1 << 20;

    final VenueLimits limits;
    final ExchangeEvents events;
    final Protocol protocol;
    final RetainedEvents retainedEvents;
    final Senders senders;
    final Markets markets = new Markets();
    final Products products = new Products();
    final Fixings fixings = new Fixings();
    final Instruments instruments;
    final Accounts accounts;
    final ApiKeys apiKeys;
    final StagedParameters stagedParameters = new StagedParameters();
    final Proposals proposals = new Proposals();
    final Liveness liveness;
    final VenueClock clock;
    final OrderTable orders;
    final ClientOrderIdTable clientOrderIds;
    final Clearing clearing;
    final PreTradeRisk risk;
    final DailySettlement dailySettlement;
    final Expiry expiry;
    final OrderRates rates;

    /** A venue without anything in it. The limits have passed {@link #check}. */
    Venue(VenueLimits limits, ExchangeEvents events, int step) {
        this.limits = limits;
        this.events = events;
        protocol = new Protocol(events);
        retainedEvents = new RetainedEvents(events);
        senders = new Senders(limits.commandWindow());
        instruments = new Instruments(limits.maxInstruments(), products);
        accounts = new Accounts(limits.maxAccounts());
        apiKeys = new ApiKeys(limits.maxAccounts());
        clock = new VenueClock(events);
        liveness = new Liveness(limits.maxAccounts());
        orders = new OrderTable(limits);
        clientOrderIds = new ClientOrderIdTable(limits);
        clearing = new Clearing(limits, products, instruments, accounts, orders, events, step);
        risk = new PreTradeRisk(markets, products, instruments, accounts, clearing);
        dailySettlement = new DailySettlement(markets, products, instruments, clearing, events);
        rates = new OrderRates(accounts, limits.maxAccounts());
        expiry = new Expiry(markets, products, instruments, fixings, clearing, events);
    }

    /** Whether a venue can have these limits. */
    static RejectReason check(VenueLimits limits) {
        boolean tables = isWithin(limits.maxAccounts(), MAX_IDS)
                && isWithin(limits.maxInstruments(), MAX_IDS)
                && isWithin(limits.maxOrders(), 1 << 24)
                && limits.maxOrdersPerAccount() >= 1
                && limits.maxFillsPerCommand() >= 1;
        boolean windows = isWindow(limits.commandWindow()) && isWindow(limits.clientOrderIdWindow());
        return tables && windows ? RejectReason.NONE : RejectReason.INVALID_PARAMETER;
    }

    private static boolean isWithin(int value, int most) {
        return value >= 1 && value <= most;
    }

    private static boolean isWindow(int value) {
        return isWithin(value, MAX_WINDOW) && Integer.bitCount(value) == 1;
    }

    /** The market that the instrument follows. */
    int marketOf(int instrumentId) {
        return products.spec(instruments.productId(instrumentId)).marketId();
    }

    /** Writes what the venue's protocol version has, in its form: digests and snapshots are alike whatever build makes them. */
    void writeTo(SnapshotWriter writer) {
        senders.writeTo(writer);
        markets.writeTo(writer);
        products.writeTo(writer);
        instruments.writeTo(writer);
        fixings.writeTo(writer);
        accounts.writeTo(writer);
        rates.writeTo(writer);
        apiKeys.writeTo(writer);
        clock.writeTo(writer);
        proposals.writeTo(writer);
        stagedParameters.writeTo(writer);
        liveness.writeTo(writer);
        clearing.snapshot().writeTo(writer);
        orders.writeTo(writer);
        clientOrderIds.writeTo(writer);
        if (protocol.has(ProtocolVersion.RETAINED_EVENTS)) {
            retainedEvents.writeTo(writer);
        }
    }

    /** Reads everything into this empty venue. */
    void readFrom(SnapshotReader reader) {
        senders.readFrom(reader);
        markets.readFrom(reader);
        products.readFrom(reader);
        instruments.readFrom(reader);
        fixings.readFrom(reader);
        accounts.readFrom(reader);
        rates.readFrom(reader);
        apiKeys.readFrom(reader);
        clock.readFrom(reader);
        proposals.readFrom(reader);
        stagedParameters.readFrom(reader);
        liveness.readFrom(reader);
        clearing.snapshot().readFrom(reader);
        for (int id = 1; id <= instruments.highestId(); id++) {
            if (instruments.exists(id)) {
                orders.addBook(id);
            }
        }
        orders.readFrom(reader);
        reserveWorkingOrders();
        for (int id = 1; id <= accounts.highestId(); id++) {
            if (accounts.exists(id)) {
                clientOrderIds.open(id);
            }
        }
        clientOrderIds.readFrom(reader);
        if (protocol.has(ProtocolVersion.RETAINED_EVENTS)) {
            retainedEvents.readFrom(reader);
        }
    }

    private void reserveWorkingOrders() {
        for (int id = 1; id <= instruments.highestId(); id++) {
            int instrumentId = id;
            orders.forEach(
                    instrumentId,
                    (accountId, side, priceTicks, remainingLots) ->
                            clearing.reserve(accountId, instrumentId, side, priceTicks, remainingLots));
            orders.forEachPair(instrumentId, (accountId, buyTicks, buyLots, sellTicks, sellLots) -> clearing.pairs()
                    .join(accountId, instrumentId, buyTicks, buyLots, sellTicks, sellLots));
        }
        clearing.snapshot().endRestore();
    }

    /** Writes the limits, from which an empty venue is made before {@link #readFrom}. */
    static void writeLimits(SnapshotWriter writer, VenueLimits limits) {
        writer.writeInt(limits.maxAccounts());
        writer.writeInt(limits.maxInstruments());
        writer.writeInt(limits.maxOrders());
        writer.writeInt(limits.maxOrdersPerAccount());
        writer.writeInt(limits.maxFillsPerCommand());
        writer.writeInt(limits.commandWindow());
        writer.writeInt(limits.clientOrderIdWindow());
    }

    static VenueLimits readLimits(SnapshotReader reader) {
        return new VenueLimits(
                reader.readInt(),
                reader.readInt(),
                reader.readInt(),
                reader.readInt(),
                reader.readInt(),
                reader.readInt(),
                reader.readInt());
    }
}
