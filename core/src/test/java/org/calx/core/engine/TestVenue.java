package org.calx.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.calx.core.clearing.Backlog;
import org.calx.model.Currency;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarginPolicy;
import org.calx.model.MarketPhase;
import org.calx.model.MarketSpec;
import org.calx.model.OperatorCommand;
import org.calx.model.OptionTerms;
import org.calx.model.OptionType;
import org.calx.model.OrderType;
import org.calx.model.ProductClass;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.RejectReason;
import org.calx.model.Side;
import org.calx.model.TimeInForce;
import org.calx.model.VenueLimits;

/** An open exchange with a market, a product, instruments and funded accounts, and short ways to command it. */
final class TestVenue {
    static final int OPERATOR = 1;
    static final int MARKET = 1;
    static final int PRODUCT = 1;
    static final int FIRST_DAY = 20_788;
    static final int LAST_FIXING_DAY = 20_818;
    static final int LAST_TRADING_DAY = 30_000;
    static final long DOLLAR = Currency.MICROS;
    static final VenueLimits LIMITS = new VenueLimits(64, 16, 1_024, 200, 100, 64, 16);

    private static final int UNITS = 730;
    private static final long SCAN_MICROS = 219 * DOLLAR;

    final EventLog log = new EventLog();
    final CommandHeader header = new CommandHeader();
    final OrderEntry order = new OrderEntry();
    final Exchange exchange;
    private long sequence;
    private long nowNs = 1_000;
    private String[] lastResult;

    TestVenue() {
        this(LIMITS, 3, 1);
    }

    /** Accounts and instruments have the ids from 1; accounts hold a million dollars each, prices start at 2.50. */
    TestVenue(VenueLimits limits, int accounts, int instruments) {
        this(limits, accounts, instruments, Backlog.STEP);
    }

    /** The same venue that counts so many positions and orders anew in one command. */
    TestVenue(VenueLimits limits, int accounts, int instruments, int step) {
        exchange = new Exchange(log.events(), step);
        define(limits, accounts, instruments);
        log.take();
    }

    /** The same venue told to other events. */
    TestVenue(VenueLimits limits, int accounts, int instruments, ExchangeEvents events) {
        exchange = new Exchange(events);
        define(limits, accounts, instruments);
    }

    private void define(VenueLimits limits, int accounts, int instruments) {
        exchange.openVenue(next(), limits);
        exchange.operate(next(), new OperatorCommand.DefineMarket(new MarketSpec(MARKET, "COMPUTE", FIRST_DAY)));
        exchange.operate(
                next(),
                new OperatorCommand.DefineProduct(new ProductSpec(
                        PRODUCT, "H100", ProductClass.COMPUTE, MARKET, Currency.USD, 10_000, "GPU-hour")));
        exchange.operate(next(), new OperatorCommand.SetProductParameters(parameters(0, 1_000, 5_000)));
        for (int id = 1; id <= instruments; id++) {
            exchange.operate(
                    next(),
                    new OperatorCommand.ListInstrument(new InstrumentSpec(
                            id,
                            "H100-" + id,
                            PRODUCT,
                            FIRST_DAY,
                            LAST_FIXING_DAY,
                            LAST_TRADING_DAY,
                            UNITS,
                            2_500_000)));
            exchange.setRiskArray(next(), id, 1, scanArray(SCAN_MICROS));
        }
        for (int id = 1; id <= accounts; id++) {
            exchange.operate(next(), new OperatorCommand.OpenAccount(id, "account " + id));
            exchange.operate(next(), new OperatorCommand.Deposit(id, Currency.USD, 1_000_000 * DOLLAR));
        }
        exchange.operate(next(), new OperatorCommand.SetMarketPhase(MARKET, FIRST_DAY, MarketPhase.OPEN));
    }

    /** Sets the product's policy before anybody has used it, and the arrays of its instruments by that. */
    void setPolicy(MarginPolicy policy, int instruments) {
        exchange.operate(next(), new OperatorCommand.SetMarginPolicy(policy));
        assertThat(log.take()).anyMatch(event -> event.startsWith("marginPolicySet "));
        for (int id = 1; id <= instruments; id++) {
            exchange.setRiskArray(next(), id, 2, scanArray(SCAN_MICROS));
        }
        log.take();
    }

    /** Lists a call on the first instrument under this id. */
    void listCall(int id) {
        OptionTerms terms = new OptionTerms(1, OptionType.CALL, 2_500_000);
        exchange.operate(
                next(),
                new OperatorCommand.ListInstrument(new InstrumentSpec(
                        id,
                        "H100-C" + id,
                        PRODUCT,
                        FIRST_DAY,
                        LAST_FIXING_DAY,
                        LAST_TRADING_DAY,
                        UNITS,
                        2_500_000,
                        terms)));
        exchange.setRiskArray(next(), id, 1, scanArray(SCAN_MICROS));
        log.take();
    }

    static ProductParameters parameters(long feeMicros, long maxOrderLots, long positionLimitLots) {
        return new ProductParameters(
                PRODUCT,
                feeMicros,
                feeMicros,
                0,
                20,
                5,
                maxOrderLots,
                positionLimitLots,
                0,
                10,
                10,
                Long.MAX_VALUE / 4);
    }

    static long[] scanArray(long lossMicros) {
        long[] losses = new long[16];
        losses[10] = -lossMicros;
        losses[12] = lossMicros;
        return losses;
    }

    /** The header of the operator's next command. */
    CommandHeader next() {
        nowNs += 1_000;
        return header.set(OPERATOR, 1, ++sequence, nowNs);
    }

    /** Submits a limit order, good till cancelled. @return its id; 0 if it was refused */
    long submit(int accountId, int instrumentId, Side side, long priceTicks, long lots) {
        exchange.submitOrder(next(), limit(accountId, instrumentId, side, priceTicks, lots));
        return lastReference();
    }

    OrderEntry limit(int accountId, int instrumentId, Side side, long priceTicks, long lots) {
        order.accountId = accountId;
        order.instrumentId = instrumentId;
        order.side = side;
        order.type = OrderType.LIMIT;
        order.timeInForce = TimeInForce.GOOD_TIL_CANCELLED;
        order.postOnly = false;
        order.priceTicks = priceTicks;
        order.quantityLots = lots;
        order.clientOrderIdHigh = 0;
        order.clientOrderIdLow = 0;
        order.labelHigh = 0;
        order.labelLow = 0;
        return order;
    }

    /** Takes the events of the last command and keeps its result. */
    List<String> takeEvents() {
        List<String> events = log.takeToldEvents();
        lastResult = events.getLast().split(" ");
        return events;
    }

    /** The reason of the last command; takes its events. */
    RejectReason lastReason() {
        takeEvents();
        return RejectReason.valueOf(lastResult[4]);
    }

    private long lastReference() {
        takeEvents();
        return Long.parseLong(lastResult[5]);
    }
}
