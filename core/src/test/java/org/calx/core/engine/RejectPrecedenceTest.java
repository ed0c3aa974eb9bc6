package org.calx.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.calx.model.Currency;
import org.calx.model.Fixing;
import org.calx.model.FixingStatus;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketPhase;
import org.calx.model.OperatorCommand;
import org.calx.model.OrderType;
import org.calx.model.RejectReason;
import org.calx.model.SenderRole;
import org.calx.model.Side;
import org.calx.model.TimeInForce;
import org.calx.model.VenueLimits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An order that is wrong in two ways is refused for the one that {@link RejectReason} declares first. */
class RejectPrecedenceTest {
    private static final int ACCOUNT = 1;
    private static final int OTHER_ACCOUNT = 2;
    private static final int TRADING = 1;
    private static final int OVER = 2;
    private static final int WITHOUT_ARRAY = 3;
    private static final int EXPIRED = 4;
    private static final int PARTICIPANT = 7;
    private static final long CLIENT_ORDER_ID = 5;
    private static final VenueLimits LIMITS = new VenueLimits(8, 8, 8, 4, 100, 4, 16);

    /**
     * One thing wrong with an order.
     *
     * @param part what it is wrong in: two faults in the same part cannot meet
     * @param venue makes the venue so, before the order comes
     * @param command makes the order so
     */
    private record Fault(RejectReason reason, String part, Consumer<TestVenue> venue, Consumer<TestVenue> command) {}

    private static final List<Fault> FAULTS = List.of(
            command(RejectReason.UNKNOWN_SENDER, "header", v -> v.header.senderId = 99),
            command(RejectReason.STALE_EPOCH, "header", v -> v.header.epoch = 0),
            command(RejectReason.COMMAND_TOO_OLD, "header", v -> v.header.sequence = 1),
            command(RejectReason.NOT_AUTHORISED, "header", v -> v.header.senderId = PARTICIPANT),
            command(RejectReason.INVALID_PARAMETER, "price", v -> v.order.priceTicks = Long.MAX_VALUE),
            command(RejectReason.UNKNOWN_INSTRUMENT, "instrument", v -> v.order.instrumentId = -3),
            command(RejectReason.UNKNOWN_ACCOUNT, "account", v -> v.order.accountId = 5),
            new Fault(
                    RejectReason.INSTRUMENT_EXPIRED,
                    "instrument",
                    RejectPrecedenceTest::expire,
                    v -> v.order.instrumentId = EXPIRED),
            command(RejectReason.INSTRUMENT_NOT_TRADING, "instrument", v -> v.order.instrumentId = OVER),
            venue(RejectReason.MARKET_CLOSED, "phase", v -> phase(v, MarketPhase.CLOSED)),
            venue(RejectReason.MARKET_HALTED, "phase", v -> phase(v, MarketPhase.HALTED)),
            command(RejectReason.QUANTITY_NOT_POSITIVE, "quantity", v -> v.order.quantityLots = 0),
            command(RejectReason.QUANTITY_TOO_LARGE, "quantity", v -> v.order.quantityLots = 1_001),
            command(RejectReason.TIME_IN_FORCE_NOT_ALLOWED, "terms", v -> {
                v.order.postOnly = true;
                v.order.timeInForce = TimeInForce.IMMEDIATE_OR_CANCEL;
            }),
            command(RejectReason.PRICE_OUT_OF_BAND, "price", v -> v.order.priceTicks = 400),
            command(RejectReason.NO_OPPOSITE_ORDERS, "price terms side", v -> {
                v.order.type = OrderType.MARKET;
                v.order.timeInForce = TimeInForce.IMMEDIATE_OR_CANCEL;
                v.order.side = Side.SELL;
            }),
            command(RejectReason.POST_ONLY_WOULD_TRADE, "terms instrument", v -> v.order.postOnly = true),
            new Fault(
                    RejectReason.DUPLICATE_CLIENT_ORDER_ID,
                    "account",
                    RejectPrecedenceTest::useClientOrderId,
                    v -> v.order.clientOrderIdLow = CLIENT_ORDER_ID),
            venue(RejectReason.TOO_MANY_ORDERS, "account", v -> rest(v, ACCOUNT, 4)),
            venue(RejectReason.BOOK_FULL, "", v -> {
                rest(v, 3, 4);
                rest(v, 4, 3);
            }),
            venue(
                    RejectReason.POSITION_LIMIT,
                    "",
                    v -> v.exchange.operate(
                            v.next(), new OperatorCommand.SetProductParameters(TestVenue.parameters(0, 1_000, 2)))),
            command(RejectReason.NO_RISK_ARRAY, "instrument", v -> v.order.instrumentId = WITHOUT_ARRAY),
            venue(
                    RejectReason.INSUFFICIENT_MARGIN,
                    "account",
                    v -> v.exchange.operate(
                            v.next(),
                            new OperatorCommand.Withdraw(ACCOUNT, Currency.USD, 999_900 * TestVenue.DOLLAR))));

    private static Fault command(RejectReason reason, String part, Consumer<TestVenue> change) {
        return new Fault(reason, part, v -> {}, change);
    }

    private static Fault venue(RejectReason reason, String part, Consumer<TestVenue> change) {
        return new Fault(reason, part, change, v -> {});
    }

    static Stream<Arguments> pairs() {
        List<Arguments> pairs = new ArrayList<>();
        for (int i = 0; i < FAULTS.size(); i++) {
            for (int j = i; j < FAULTS.size(); j++) {
                if (i == j || canMeet(FAULTS.get(i), FAULTS.get(j))) {
                    pairs.add(Arguments.of(FAULTS.get(i).reason(), FAULTS.get(j).reason()));
                }
            }
        }
        return pairs.stream();
    }

    private static boolean canMeet(Fault first, Fault second) {
        for (String part : first.part().split(" ")) {
            if (!part.isEmpty() && List.of(second.part().split(" ")).contains(part)) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theReasonDeclaredFirstIsGiven(RejectReason first, RejectReason second) {
        assertThat(first).isLessThanOrEqualTo(second);
        TestVenue venue = openVenue();
        fault(first).venue().accept(venue);
        if (second != first) {
            fault(second).venue().accept(venue);
        }
        venue.log.take();
        venue.limit(ACCOUNT, TRADING, Side.BUY, 260, 10);
        venue.next();
        fault(first).command().accept(venue);
        fault(second).command().accept(venue);
        venue.exchange.submitOrder(venue.header, venue.order);
        assertThat(venue.lastReason()).isEqualTo(first);
        assertThat(venue.exchange.audit()).isPositive();
    }

    private static Fault fault(RejectReason reason) {
        return FAULTS.stream()
                .filter(fault -> fault.reason() == reason)
                .findFirst()
                .orElseThrow();
    }

    /** One offer stands at 2.60; instruments that are over, without a risk array and about to expire are listed. */
    private static TestVenue openVenue() {
        TestVenue venue = new TestVenue(LIMITS, 4, 1);
        list(venue, OVER, TestVenue.FIRST_DAY - 1);
        list(venue, WITHOUT_ARRAY, TestVenue.FIRST_DAY + 30);
        list(venue, EXPIRED, TestVenue.FIRST_DAY);
        venue.exchange.operate(
                venue.next(), new OperatorCommand.RegisterSender(PARTICIPANT, SenderRole.PARTICIPANT, OTHER_ACCOUNT));
        venue.submit(OTHER_ACCOUNT, TRADING, Side.SELL, 260, 20);
        return venue;
    }

    private static void list(TestVenue venue, int instrumentId, int lastTradingDay) {
        venue.exchange.operate(
                venue.next(),
                new OperatorCommand.ListInstrument(new InstrumentSpec(
                        instrumentId,
                        "I" + instrumentId,
                        TestVenue.PRODUCT,
                        TestVenue.FIRST_DAY,
                        TestVenue.FIRST_DAY,
                        lastTradingDay,
                        730,
                        2_500_000)));
    }

    private static void phase(TestVenue venue, MarketPhase phase) {
        venue.exchange.operate(
                venue.next(), new OperatorCommand.SetMarketPhase(TestVenue.MARKET, TestVenue.FIRST_DAY, phase));
    }

    private static void expire(TestVenue venue) {
        phase(venue, MarketPhase.CLOSED);
        venue.exchange.operate(
                venue.next(),
                new OperatorCommand.PublishFixing(
                        new Fixing(TestVenue.PRODUCT, TestVenue.FIRST_DAY, 2_500_000, 5, FixingStatus.FINAL)));
        venue.exchange.operate(venue.next(), new OperatorCommand.ExpireInstrument(EXPIRED, TestVenue.FIRST_DAY));
    }

    private static void useClientOrderId(TestVenue venue) {
        OrderEntry order = venue.limit(ACCOUNT, TRADING, Side.SELL, 280, 1);
        order.clientOrderIdLow = CLIENT_ORDER_ID;
        venue.exchange.submitOrder(venue.next(), order);
    }

    private static void rest(TestVenue venue, int accountId, int orders) {
        for (int i = 0; i < orders; i++) {
            venue.submit(accountId, TRADING, Side.SELL, 280, 1);
        }
    }
}
