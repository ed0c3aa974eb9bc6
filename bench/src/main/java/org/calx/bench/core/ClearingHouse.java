package org.calx.bench.core;

import java.util.ArrayList;
import java.util.List;
import org.calx.core.clearing.Backlog;
import org.calx.core.clearing.Clearing;
import org.calx.core.reference.Accounts;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.Markets;
import org.calx.core.reference.Products;
import org.calx.core.risk.PreTradeRisk;
import org.calx.margin.ScenarioArray;
import org.calx.model.CalendarSpread;
import org.calx.model.CommoditySpread;
import org.calx.model.CommoditySpreads;
import org.calx.model.Currency;
import org.calx.model.DeliveryCharge;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarginCharges;
import org.calx.model.MarketSpec;
import org.calx.model.Months;
import org.calx.model.ProductClass;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.RejectReason;
import org.calx.model.Side;
import org.calx.model.SpreadSide;
import org.calx.model.Tier;
import org.calx.model.VenueLimits;

/** The core's clearing house without books: two products of month futures, and accounts that hold them. */
public final class ClearingHouse {
    /** The account that is on the other side of everybody. */
    public static final int STREET = 1;

    private static final long USD = Currency.MICROS;
    private static final long ALL_CASH_MICROS = 50_000_000_000L * USD;
    private static final int FIRST_DAY = 20_758;
    private static final int DAYS = 30;
    private static final int PRICE_TICKS = 250;
    private static final int TIERS = 5;

    /** Decides. */
    public final PreTradeRisk risk;

    /** Clears. */
    public final Clearing clearing;

    private final Products products = new Products();
    private final Instruments instruments;
    private final Accounts accounts;
    private final int contracts;

    /** A house with so many accounts and so many contracts in each product, those of product 1 first. */
    public ClearingHouse(int accountCount, int contracts) {
        this.contracts = contracts;
        VenueLimits limits = new VenueLimits(accountCount, 2 * contracts, 1_024, 100, 100, 16, 16);
        Markets markets = new Markets();
        instruments = new Instruments(limits.maxInstruments(), products);
        accounts = new Accounts(accountCount);
        clearing = new Clearing(limits, products, instruments, accounts, new NoOrders(), new EventRing(), Backlog.STEP);
        risk = new PreTradeRisk(markets, products, instruments, accounts, clearing);
        markets.define(new MarketSpec(1, "COMPUTE", FIRST_DAY));
        define(1, "H100");
        define(2, "B200");
        for (int id = 1; id <= accountCount; id++) {
            accounts.open(id, "account " + id);
            accept(clearing.deposit(id, Currency.USD, ALL_CASH_MICROS / accountCount));
        }
    }

    private void define(int productId, String code) {
        products.define(new ProductSpec(productId, code, ProductClass.COMPUTE, 1, Currency.USD, 10_000, "GPU-hour"));
        accept(clearing.rules()
                .setParameters(new ProductParameters(
                        productId, 750_000, 1_500_000, 400_000, 50, 20, 5_000, 25_000, 40 * USD, 4, 10, 1_000)));
        for (int i = 0; i < contracts; i++) {
            int id = (productId - 1) * contracts + i + 1;
            int first = FIRST_DAY + i * DAYS;
            instruments.list(new InstrumentSpec(
                    id, "I" + id, productId, first, first + DAYS - 1, first + DAYS - 1, 730, 2_500_000));
            setArray(id, 1, 300 * USD);
        }
    }

    /** Counts some of the accounts that a change has left behind. @return whether there were any */
    public boolean goOn() {
        boolean any = clearing.backlog().isAny();
        clearing.backlog().step();
        clearing.endCommand();
        return any;
    }

    /** Sets an instrument's array by its scan range. */
    public void setArray(int instrumentId, long version, long scanMicros) {
        accept(clearing.setRiskArray(instrumentId, version, ScenarioArray.ofFuture(scanMicros)));
        clearing.endCommand();
    }

    /** Sets an instrument's mark. */
    public void setMark(int instrumentId, long markMicros) {
        accept(clearing.setMark(instrumentId, markMicros, 0));
        clearing.endCommand();
    }

    /** Settles an instrument for a day. */
    public void settle(int instrumentId, long priceMicros) {
        clearing.variation().settle(instrumentId, priceMicros, true);
        clearing.endCommand();
    }

    /** Gives an account a position against the street. */
    public void hold(int accountId, int instrumentId, long signedLots) {
        Side side = signedLots > 0 ? Side.BUY : Side.SELL;
        long lots = Math.abs(signedLots);
        clearing.reserve(accountId, instrumentId, side, PRICE_TICKS, lots);
        clearing.reserve(STREET, instrumentId, side.opposite(), PRICE_TICKS, lots);
        clearing.fill(instrumentId, PRICE_TICKS, lots, side, accountId, PRICE_TICKS, STREET);
        clearing.endCommand();
    }

    /** Charges product 1 by tiers, all calendar spreads between them, and its first month in delivery. */
    public void chargeByTiers() {
        int first = Months.ofDay(FIRST_DAY);
        int width = contracts / TIERS + 1;
        List<Tier> tiers = new ArrayList<>(List.of(new Tier(0, first, first)));
        List<CalendarSpread> spreads = new ArrayList<>();
        for (int tier = 1; tier <= TIERS; tier++) {
            tiers.add(new Tier(tier, first + 1 + (tier - 1) * width, first + tier * width));
            for (int other = 0; other < tier; other++) {
                spreads.add(new CalendarSpread(
                        tier - other,
                        List.of(
                                new CalendarSpread.Leg(other, SpreadSide.A, 1),
                                new CalendarSpread.Leg(tier, SpreadSide.B, 1)),
                        (30 + tier) * USD));
            }
        }
        accept(clearing.rules()
                .setMarginCharges(new MarginCharges(
                        1, 0, tiers, spreads, List.of(new DeliveryCharge(first, 5 * USD, 20 * USD)))));
    }

    /** Lets the products credit each other. */
    public void credit() {
        accept(clearing.rules()
                .setCommoditySpreads(new CommoditySpreads(List.of(new CommoditySpread(
                        1,
                        List.of(
                                new CommoditySpread.Leg(1, SpreadSide.A, 1, 6_000),
                                new CommoditySpread.Leg(2, SpreadSide.B, 2, 6_000)))))));
    }

    /** Asks for an order at the price of everything. @return whether it is accepted */
    public boolean check(int accountId, int instrumentId, Side side, long lots) {
        return risk.checkExposure(accountId, instrumentId, side, PRICE_TICKS, lots) == RejectReason.NONE;
    }

    /** Reserves it. */
    public void reserve(int accountId, int instrumentId, Side side, long lots) {
        clearing.reserve(accountId, instrumentId, side, PRICE_TICKS, lots);
    }

    /** Releases it. */
    public void release(int accountId, int instrumentId, Side side, long lots) {
        clearing.release(accountId, instrumentId, side, PRICE_TICKS, lots);
    }

    private static void accept(RejectReason reason) {
        if (reason != RejectReason.NONE) {
            throw new IllegalStateException("refused: " + reason);
        }
    }
}
