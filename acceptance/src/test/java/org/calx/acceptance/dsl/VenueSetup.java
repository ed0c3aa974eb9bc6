package org.calx.acceptance.dsl;

import org.calx.api.client.ExchangeClient;
import org.calx.model.Currency;
import org.calx.model.MarketSpec;
import org.calx.model.ProductClass;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.SenderRole;
import org.calx.model.VenueLimits;

/** The venue that every test begins with: one market, one product, three contract months. */
final class VenueSetup {
    static final int MARKET = 1;
    static final int PRODUCT = 1;
    static final String PRODUCT_CODE = "H100";
    static final int OPERATOR_SENDER = 1;
    static final int GATEWAY_SENDER = 2;

    /** Fees a lot in US dollars: makers pay 0.75, takers 1.50, final settlement costs 0.40. */
    private static final long MAKER_FEE_MICROS = 750_000;

    private static final long TAKER_FEE_MICROS = 1_500_000;
    private static final long SETTLEMENT_FEE_MICROS = 400_000;
    private static final long BAND_TICKS = 50;
    private static final long PROTECTION_TICKS = 10;
    private static final long MAX_ORDER_LOTS = 500;
    private static final long POSITION_LIMIT_LOTS = 1_000;
    private static final long SETTLEMENT_SPREAD_TICKS = 10;
    private static final long SETTLEMENT_MIN_LOTS = 10;
    private static final long MARK_STALE_NS = 3_600_000_000_000L;

    private VenueSetup() {}

    static void open(Operator operator) {
        ExchangeClient client = operator.client();
        operator.done(client.openVenue(VenueLimits.defaults()));
        operator.done(client.registerSender(GATEWAY_SENDER, SenderRole.GATEWAY, 0));
        operator.done(client.defineMarket(new MarketSpec(MARKET, "COMPUTE", (int) Operator.FIRST_DAY.toEpochDay())));
        operator.done(client.defineProduct(new ProductSpec(
                PRODUCT, PRODUCT_CODE, ProductClass.COMPUTE, MARKET, Currency.USD, 10_000, "GPU-hour")));
        operator.done(client.setProductParameters(new ProductParameters(
                PRODUCT,
                MAKER_FEE_MICROS,
                TAKER_FEE_MICROS,
                SETTLEMENT_FEE_MICROS,
                BAND_TICKS,
                PROTECTION_TICKS,
                MAX_ORDER_LOTS,
                POSITION_LIMIT_LOTS,
                0,
                SETTLEMENT_SPREAD_TICKS,
                SETTLEMENT_MIN_LOTS,
                MARK_STALE_NS)));
        operator.lists("instrument: november", "lastTradingDay: 2026-11-30");
        operator.lists("instrument: december", "lastTradingDay: 2026-12-31");
        operator.lists("instrument: january", "lastTradingDay: 2027-01-29");
        operator.opens();
    }
}
