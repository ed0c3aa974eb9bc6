package org.calx.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.ExchangeClient;
import org.calx.api.client.OrderRequest;
import org.calx.api.client.SequencedClient;
import org.calx.cluster.InProcessExchange;
import org.calx.gateway.GatewayConfig;
import org.calx.gateway.GatewayServer;
import org.calx.gateway.auth.MemoryKeyStore;
import org.calx.gateway.guard.SessionCounts;
import org.calx.gateway.shape.VenueNotes;
import org.calx.margin.ScenarioArray;
import org.calx.model.ApiKey;
import org.calx.model.CalendarSpread;
import org.calx.model.CommoditySpread;
import org.calx.model.CommoditySpreads;
import org.calx.model.Currency;
import org.calx.model.DeliveryCharge;
import org.calx.model.Fixing;
import org.calx.model.FixingStatus;
import org.calx.model.InstrumentNames;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarginCharges;
import org.calx.model.MarginPolicy;
import org.calx.model.MarketPhase;
import org.calx.model.MarketSpec;
import org.calx.model.Months;
import org.calx.model.OptionTerms;
import org.calx.model.OptionType;
import org.calx.model.ProductClass;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.RejectReason;
import org.calx.model.SenderRole;
import org.calx.model.ShortOptionMethod;
import org.calx.model.Side;
import org.calx.model.SpreadSide;
import org.calx.model.Tier;
import org.calx.model.VenueLimits;

/** An exchange in this process with one product, two contracts, a maker's quotes, a trader and a gateway in front. */
final class GatewayVenue implements AutoCloseable {
    static final String SYMBOL = "H100-31DEC26";
    static final String KEY = "trader-key";
    static final String SECRET = "trader-secret";
    static final String READER_KEY = "reader-key";
    static final String READER_SECRET = "reader-secret";

    private static final int OPERATOR = 1;
    private static final int GATEWAY = 2;
    private static final int LATE_GATEWAY = 3;
    private static final int MAKER_ACCOUNT = 11;
    private static final int TRADER_ACCOUNT = 12;
    private static final int INSTRUMENT = 1;
    private static final int UNITS = 730;
    private static final int FIRST_DAY = (int) LocalDate.of(2026, 11, 26).toEpochDay();

    final GatewayServer gateway;
    private final InProcessExchange exchange;

    private final MemoryKeyStore keys = new MemoryKeyStore().put(KEY, SECRET).put(READER_KEY, READER_SECRET);
    private final ExchangeClient operator;
    private final ExchangeClient gatewayClient;

    GatewayVenue() {
        this(config -> config);
    }

    /** A venue whose gateway is set up differently. */
    GatewayVenue(UnaryOperator<GatewayConfig> change) {
        exchange = new InProcessExchange();
        operator = exchange.client(OPERATOR, 1);
        define();
        openAccounts();
        quote();
        gatewayClient = exchange.client(GATEWAY, 1);
        GatewayConfig config = GatewayConfig.local(0, keys)
                .withNotes(() -> new VenueNotes("A test venue.", List.of("Prices of nobody.")));
        gateway = GatewayServer.start(change.apply(config), gatewayClient);
    }

    private void define() {
        done(operator.openVenue(new VenueLimits(16, 16, 4_096, 1_000, 1_000, 4_096, 64)));
        done(operator.registerSender(GATEWAY, SenderRole.GATEWAY, 0));
        done(operator.defineMarket(new MarketSpec(1, "COMPUTE", FIRST_DAY)));
        done(operator.defineProduct(
                new ProductSpec(1, "H100", ProductClass.COMPUTE, 1, Currency.USD, 10_000, "GPU-hour")));
        done(operator.setProductParameters(new ProductParameters(
                1, 750_000, 1_500_000, 400_000, 50, 20, 500, 1_000, 0, 10, 10, 3_600_000_000_000L)));
        list(INSTRUMENT, SYMBOL, LocalDate.of(2026, 12, 31));
        list(2, "H100-29JAN27", LocalDate.of(2027, 1, 29));
        done(operator.publishFixing(new Fixing(1, FIRST_DAY - 1, 2_490_000, 5, FixingStatus.FINAL)));
        done(operator.setMarketPhase(1, FIRST_DAY, MarketPhase.OPEN));
    }

    /** Lists B200 with one contract; H100 gets charges by tiers and deliveries, and both a credit against each other. */
    void listSecondProduct() {
        done(operator.defineProduct(
                new ProductSpec(2, "B200", ProductClass.COMPUTE, 1, Currency.USD, 10_000, "GPU-hour")));
        done(operator.setProductParameters(new ProductParameters(
                2, 750_000, 1_500_000, 400_000, 50, 20, 500, 1_000, 0, 10, 10, 3_600_000_000_000L)));
        list(3, 2, "B200-31DEC26", LocalDate.of(2026, 12, 31));
        for (int id = 1; id <= 3; id++) {
            done(operator.setRiskArray(id, 2, ScenarioArray.ofFuture(300_000L * UNITS)));
        }
        int december = Months.number(YearMonth.of(2026, 12));
        CalendarSpread.Leg near = new CalendarSpread.Leg(1, SpreadSide.A, 1);
        CalendarSpread.Leg far = new CalendarSpread.Leg(2, SpreadSide.B, 2);
        done(operator.setMarginCharges(new MarginCharges(
                1,
                0,
                List.of(new Tier(1, december, december), new Tier(2, december + 1, december + 3)),
                List.of(new CalendarSpread(1, List.of(near, far), 40_000_001)),
                List.of(new DeliveryCharge(december, 5_000_000, 20_000_000)))));
        done(operator.setCommoditySpreads(new CommoditySpreads(List.of(new CommoditySpread(
                1,
                List.of(
                        new CommoditySpread.Leg(1, SpreadSide.A, 1, 6_001),
                        new CommoditySpread.Leg(2, SpreadSide.B, 2, 5_000)))))));
    }

    private void list(int id, String symbol, LocalDate last) {
        list(id, 1, symbol, last);
    }

    private void list(int id, int productId, String symbol, LocalDate last) {
        int first = (int) last.withDayOfMonth(1).toEpochDay();
        int lastOfMonth = (int) last.withDayOfMonth(last.lengthOfMonth()).toEpochDay();
        done(operator.listInstrument(new InstrumentSpec(
                id, symbol, productId, first, lastOfMonth, (int) last.toEpochDay(), UNITS, 2_500_000)));
        mark(id, 2_500_000);
        long[] losses = new long[16];
        for (int scenario = 0; scenario < losses.length; scenario++) {
            losses[scenario] = (scenario % 2 == 0 ? 1 : -1) * 300_000L * UNITS;
        }
        done(operator.setRiskArray(id, 1, losses));
    }

    /** Lists a call (id 3) and a put (id 4) on DEC at a strike of 2.50 and a premium of 0.20. */
    void listOptions() {
        option(3, OptionType.CALL);
        option(4, OptionType.PUT);
        done(operator.setMarginPolicy(MarginPolicy.span(1, 10_000_000, ShortOptionMethod.MAX)));
    }

    private void option(int id, OptionType type) {
        LocalDate last = LocalDate.of(2026, 12, 31);
        int first = (int) last.withDayOfMonth(1).toEpochDay();
        int end = (int) last.toEpochDay();
        String symbol = InstrumentNames.option("H100-31DEC26", 2_500_000, type);
        done(operator.listInstrument(new InstrumentSpec(
                id, symbol, 1, first, end, end, UNITS, 200_000, new OptionTerms(INSTRUMENT, type, 2_500_000))));
        mark(id, 200_000);
        long[] losses = new long[16];
        for (int scenario = 0; scenario < losses.length; scenario++) {
            boolean up = scenario % 2 == 0 == (type == OptionType.CALL);
            losses[scenario] = (up ? 100_000L : -250_000L) * UNITS;
        }
        done(operator.setRiskArray(id, 1, losses));
    }

    void mark(int instrumentId, long micros) {
        done(operator.setMark(instrumentId, micros));
    }

    private void openAccounts() {
        done(operator.openAccount(MAKER_ACCOUNT, "maker"));
        done(operator.openAccount(TRADER_ACCOUNT, "trader"));
        done(operator.deposit(MAKER_ACCOUNT, Currency.USD, 1_000_000_000_000L));
        done(operator.deposit(TRADER_ACCOUNT, Currency.USD, 100_000_000_000L));
        done(operator.registerApiKey(new ApiKey(KEY, TRADER_ACCOUNT, ApiKey.READ | ApiKey.TRADE)));
        done(operator.registerApiKey(new ApiKey(READER_KEY, TRADER_ACCOUNT, ApiKey.READ)));
        done(operator.registerSender(LATE_GATEWAY, SenderRole.GATEWAY, 0));
    }

    private void quote() {
        for (int level = 0; level < 5; level++) {
            makerOrder(Side.BUY, 249 - level, 10 + level);
            makerOrder(Side.SELL, 251 + level, 10 + level);
        }
    }

    /** Enters an order of the maker. @return its id */
    long makerOrder(Side side, long ticks, long lots) {
        return done(operator.submitOrder(OrderRequest.limit(MAKER_ACCOUNT, INSTRUMENT, side, ticks, lots)))
                .reference();
    }

    private CommandOutcome done(CompletableFuture<CommandOutcome> command) {
        while (!command.isDone()) {
            operator.poll();
        }
        CommandOutcome outcome = command.join();
        assertThat(outcome.reason()).isEqualTo(RejectReason.NONE);
        return outcome;
    }

    void cancel(long orderId) {
        done(operator.cancelOrder(MAKER_ACCOUNT, orderId));
    }

    void halt() {
        done(operator.setMarketPhase(1, FIRST_DAY, MarketPhase.HALTED));
    }

    void fix(long priceMicros) {
        done(operator.publishFixing(new Fixing(1, FIRST_DAY, priceMicros, 5, FixingStatus.PRELIMINARY)));
    }

    /** Returns when the gateway has read all that the exchange has told. */
    void awaitGateway() {
        long last = exchange.lastEventSequence();
        while (gatewayClient.lastEventSequence() < last) {
            Thread.onSpinWait();
        }
    }

    /** What the gateway counts of its sessions. */
    SessionCounts sessions() {
        return gateway.sessions();
    }

    /** One more gateway, which reads from here on, when it knows everything. */
    Late lateGateway() {
        ExchangeClient client =
                new SequencedClient(LATE_GATEWAY, 1, exchange, exchange.feed(exchange.lastEventSequence()));
        GatewayServer late = GatewayServer.start(GatewayConfig.local(0, keys), client);
        mark(INSTRUMENT, 2_500_000);
        Late opened = new Late(late, client);
        opened.awaitReady();
        return opened;
    }

    /** A gateway that began in the middle. */
    record Late(GatewayServer gateway, ExchangeClient client) implements AutoCloseable {

        String url() {
            return "http://127.0.0.1:" + gateway.port();
        }

        private void awaitReady() {
            try (HttpClient http = HttpClient.newHttpClient()) {
                HttpRequest ready =
                        HttpRequest.newBuilder(URI.create(url() + "/readyz")).build();
                for (int tries = 0; tries < 10_000; tries++) {
                    if (http.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                }
                throw new AssertionError("not ready");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {
            gateway.close();
            client.close();
        }
    }

    /** Number of the exchange's last event. */
    long lastEventSequence() {
        return exchange.lastEventSequence();
    }

    String url() {
        return "http://127.0.0.1:" + gateway.port();
    }

    @Override
    public void close() {
        gateway.close();
        gatewayClient.close();
        operator.close();
    }
}
