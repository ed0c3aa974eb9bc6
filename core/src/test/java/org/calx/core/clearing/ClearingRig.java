package org.calx.core.clearing;

import java.util.ArrayList;
import java.util.List;
import org.calx.core.engine.ExchangeEvents;
import org.calx.core.reference.Accounts;
import org.calx.core.reference.Fixings;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.Markets;
import org.calx.core.reference.Products;
import org.calx.core.risk.PreTradeRisk;
import org.calx.core.settlement.DailySettlement;
import org.calx.core.settlement.Expiry;
import org.calx.margin.ScenarioArray;
import org.calx.model.Currency;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketPhase;
import org.calx.model.MarketSpec;
import org.calx.model.OptionTerms;
import org.calx.model.OptionType;
import org.calx.model.ProductClass;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.RejectReason;
import org.calx.model.Side;
import org.calx.model.VenueLimits;

/**
 * Clearing with its tables and a list of working orders in the place of the books: what the engine does around clearing,
 * in the fewest words.
 *
 * <p>Market 1 has product 1 (H100, USD) with instruments 1 to 3, product 2 (DEBASE, EUR, may be negative) with
 * instruments 4 and 5, and product 3 (B200, USD) with instrument 6. H100's lots lose 300 USD per scan range.
 */
public final class ClearingRig implements WorkingOrders {
    public static final long USD = Currency.MICROS;
    public static final int FIRST_DAY = 20_758;
    public static final int LAST_DAY = 20_788;
    public static final int ACCOUNTS = 12;

    /** A working order. */
    public record Order(int accountId, int instrumentId, Side side, long priceTicks, long lots) {}

    public final RecordedEvents recorded = new RecordedEvents();
    public final VenueLimits limits = new VenueLimits(ACCOUNTS, 9, 1_024, 100, 100, 16, 16);
    public final Markets markets = new Markets();
    public final Products products = new Products();
    public final Instruments instruments = new Instruments(limits.maxInstruments(), products);
    public final Fixings fixings = new Fixings();
    public final Accounts accounts = new Accounts(ACCOUNTS);
    public final Clearing clearing;
    public final PreTradeRisk risk;
    public final DailySettlement daily;
    public final Expiry expiry;
    public final List<Order> orders = new ArrayList<>();

    private final int step;

    private ClearingRig(int step) {
        this(null, step);
    }

    /** An empty rig whose events go elsewhere; for null they are recorded. */
    public ClearingRig(ExchangeEvents elsewhere) {
        this(elsewhere, Backlog.STEP);
    }

    private ClearingRig(ExchangeEvents elsewhere, int step) {
        this.step = step;
        ExchangeEvents events = elsewhere == null ? recorded.events() : elsewhere;
        clearing = new Clearing(limits, products, instruments, accounts, this, events, step);
        risk = new PreTradeRisk(markets, products, instruments, accounts, clearing);
        daily = new DailySettlement(markets, products, instruments, clearing, events);
        expiry = new Expiry(markets, products, instruments, fixings, clearing, events);
    }

    /** A rig with everything listed, at reference prices of 2.50 (compute) and 60.00 (power), without accounts' cash. */
    public static ClearingRig listed() {
        return listed(Backlog.STEP);
    }

    /** Such a rig that counts so many positions and orders anew in one command. */
    public static ClearingRig listed(int step) {
        ClearingRig rig = new ClearingRig(step).list();
        rig.recorded.take();
        return rig;
    }

    /** Lists everything. */
    public ClearingRig list() {
        markets.define(new MarketSpec(1, "COMPUTE", FIRST_DAY));
        product(1, "H100", ProductClass.COMPUTE, Currency.USD);
        product(2, "DEBASE", ProductClass.POWER, Currency.EUR);
        product(3, "B200", ProductClass.COMPUTE, Currency.USD);
        for (int id = 1; id <= 6; id++) {
            instrument(id, id <= 3 ? 1 : id <= 5 ? 2 : 3);
        }
        return this;
    }

    private void product(int id, String code, ProductClass productClass, Currency currency) {
        products.define(new ProductSpec(id, code, productClass, 1, currency, 10_000, "unit"));
        accept(clearing.rules().setParameters(parameters(id, 750_000, 1_500_000)));
    }

    /** Parameters with these fees and otherwise usual ones: 20 ticks of band, 40 USD per calendar spread. */
    public static ProductParameters parameters(int productId, long makerFee, long takerFee) {
        return new ProductParameters(
                productId, makerFee, takerFee, 400_000, 20, 10, 500, 1_000, 40 * USD, 4, 10, 1_000);
    }

    private void instrument(int id, int productId) {
        long price = productId == 2 ? 60_000_000 : 2_500_000;
        int month = FIRST_DAY + 31 * ((id - 1) % 3);
        InstrumentSpec spec = new InstrumentSpec(
                id, "I" + id, productId, month, month + 30, month + 30, productId == 2 ? 744 : 730, price);
        accept(instruments.checkList(spec));
        instruments.list(spec);
        accept(clearing.setRiskArray(id, 1, ScenarioArray.ofFuture((productId == 2 ? 9_000 : 300) * USD)));
    }

    /** The call on instrument 1 that {@link #listOptions} lists. */
    public static final int CALL = 7;

    /** The put on instrument 2 that it lists. */
    public static final int PUT = 8;

    /** Lists a call and a put at a strike of 2.50 and a premium of 0.20, whose lots lose at most what they are worth, 146 USD. */
    public ClearingRig listOptions() {
        option(CALL, 1, OptionType.CALL, new long[] {
            -60, 60, -130, -20, 40, 110, -210, -110, 100, 140, -300, -210, 130, 146, -200, 49
        });
        option(PUT, 2, OptionType.PUT, new long[] {
            -60, 60, 40, 110, -130, -20, 100, 140, -210, -110, 130, 146, -300, -210, 49, -200
        });
        return this;
    }

    private void option(int id, int underlyingId, OptionType type, long[] lossUsd) {
        InstrumentSpec on = instruments.spec(underlyingId);
        InstrumentSpec spec = new InstrumentSpec(
                id,
                "I" + id,
                on.productId(),
                on.firstFixingDay(),
                on.lastFixingDay(),
                on.lastTradingDay(),
                on.unitsPerLot(),
                200_000,
                new OptionTerms(underlyingId, type, 2_500_000));
        accept(instruments.checkList(spec));
        instruments.list(spec);
        clearing.rules().noteListed(spec);
        long[] losses = new long[lossUsd.length];
        java.util.Arrays.setAll(losses, s -> lossUsd[s] * USD);
        accept(clearing.setRiskArray(id, 1, losses));
    }

    /** A rig in which accounts 1 to n have this many units of USD and EUR. */
    public ClearingRig fund(int accounts, long units) {
        for (int id = 1; id <= accounts; id++) {
            if (!this.accounts.exists(id)) {
                this.accounts.open(id, "account " + id);
            }
            accept(clearing.deposit(id, Currency.USD, units * USD));
            accept(clearing.deposit(id, Currency.EUR, units * USD));
        }
        return this;
    }

    /** Why the order would be refused, by its exposure alone. */
    public RejectReason check(Order order) {
        return risk.checkExposure(
                order.accountId(), order.instrumentId(), order.side(), order.priceTicks(), order.lots());
    }

    /** Reserves an order without asking and lets it work. */
    public Order work(int accountId, int instrumentId, Side side, long priceTicks, long lots) {
        Order order = new Order(accountId, instrumentId, side, priceTicks, lots);
        clearing.reserve(accountId, instrumentId, side, priceTicks, lots);
        orders.add(order);
        return order;
    }

    /** Cancels a working order. */
    public void cancel(Order order) {
        clearing.release(order.accountId(), order.instrumentId(), order.side(), order.priceTicks(), order.lots());
        orders.remove(order);
    }

    /** Fills a part of a resting order at its limit against an aggressor that is reserved for it. */
    public void fillResting(Order order, int aggressorId, long lots) {
        Side side = order.side().opposite();
        clearing.reserve(aggressorId, order.instrumentId(), side, order.priceTicks(), lots);
        clearing.fill(
                order.instrumentId(),
                order.priceTicks(),
                lots,
                side,
                aggressorId,
                order.priceTicks(),
                order.accountId());
        shrink(order, lots);
    }

    /** Fills a part of an order at a better price, as an aggressor, against a resting order made for it. */
    public void fillBetter(Order order, int restingId, long priceTicks, long lots) {
        clearing.reserve(restingId, order.instrumentId(), order.side().opposite(), priceTicks, lots);
        clearing.fill(
                order.instrumentId(), priceTicks, lots, order.side(), order.accountId(), order.priceTicks(), restingId);
        shrink(order, lots);
    }

    /** Trades lots between two accounts at a price. */
    public void trade(int buyerId, int sellerId, int instrumentId, long priceTicks, long lots) {
        fillResting(work(sellerId, instrumentId, Side.SELL, priceTicks, lots), buyerId, lots);
    }

    private void shrink(Order order, long lots) {
        int at = orders.indexOf(order);
        if (lots == order.lots()) {
            orders.remove(at);
        } else {
            orders.set(
                    at,
                    new Order(
                            order.accountId(),
                            order.instrumentId(),
                            order.side(),
                            order.priceTicks(),
                            order.lots() - lots));
        }
    }

    /** Equity above the requirement. */
    public long freeMicros(int accountId, Currency currency) {
        return clearing.equityMicros(accountId, currency) - clearing.requirementMicros(accountId, currency);
    }

    /** Closes the market on a business date. */
    public void closeOn(int businessDay) {
        markets.setPhase(1, businessDay, MarketPhase.CLOSED);
    }

    /** A new clearing house restored from a snapshot of this one. */
    public ClearingRig copy() {
        SnapshotTape tape = new SnapshotTape();
        writeTo(tape);
        tape.rewind();
        ClearingRig copy = new ClearingRig(step);
        copy.markets.readFrom(tape);
        copy.products.readFrom(tape);
        copy.instruments.readFrom(tape);
        copy.fixings.readFrom(tape);
        copy.accounts.readFrom(tape);
        copy.clearing.snapshot().readFrom(tape);
        if (!tape.isAtEnd()) {
            throw new IllegalStateException("not all of the snapshot was read");
        }
        for (Order order : orders) {
            copy.work(order.accountId(), order.instrumentId(), order.side(), order.priceTicks(), order.lots());
        }
        copy.clearing.snapshot().endRestore();
        return copy;
    }

    /** Writes everything but the orders. */
    public void writeTo(SnapshotTape tape) {
        markets.writeTo(tape);
        products.writeTo(tape);
        instruments.writeTo(tape);
        fixings.writeTo(tape);
        accounts.writeTo(tape);
        clearing.snapshot().writeTo(tape);
    }

    @Override
    public void forEach(int instrumentId, OrderVisitor visitor) {
        for (Order order : orders) {
            if (order.instrumentId() == instrumentId) {
                visitor.order(order.accountId(), order.side(), order.priceTicks(), order.lots());
            }
        }
    }

    @Override
    public int ordersIn(int instrumentId) {
        return (int) orders.stream()
                .filter(order -> order.instrumentId() == instrumentId)
                .count();
    }

    @Override
    public void forEachOf(int accountId, OwnOrderVisitor visitor) {
        for (Order order : orders) {
            if (order.accountId() == accountId) {
                visitor.order(order.instrumentId(), order.side(), order.priceTicks(), order.lots());
            }
        }
    }

    /** Throws if something was refused that must not be. */
    public static void accept(RejectReason reason) {
        if (reason != RejectReason.NONE) {
            throw new IllegalStateException("refused: " + reason);
        }
    }
}
