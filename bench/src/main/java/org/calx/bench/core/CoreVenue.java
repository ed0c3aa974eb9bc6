package org.calx.bench.core;

import org.calx.core.engine.CommandHeader;
import org.calx.core.engine.Exchange;
import org.calx.core.engine.OrderEntry;
import org.calx.model.Currency;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketPhase;
import org.calx.model.MarketSpec;
import org.calx.model.OperatorCommand;
import org.calx.model.OrderType;
import org.calx.model.ProductClass;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.SenderRole;
import org.calx.model.TimeInForce;
import org.calx.model.VenueLimits;

/** An exchange with funded accounts and marked instruments, to which workloads are given. */
public final class CoreVenue {
    /** Accounts that trade. */
    public static final int ACCOUNTS = 64;

    /** Instruments that are traded: contract months of one product, so that margin covers them together. */
    public static final int INSTRUMENTS = 8;

    /** Most live orders of a workload. */
    public static final int TABLE_SIZE = 4_096;

    private static final int OPERATOR = 1;
    private static final int GATEWAY = 2;
    private static final int PRODUCT = 1;
    private static final int MARKET = 1;
    private static final int DAY = 20_788;
    private static final int UNITS_PER_LOT = 730;
    private static final long DEPOSIT_MICROS = 1_000_000_000_000_000L;
    private static final long NANOS_PER_COMMAND = 1_000;

    private final EventRing events = new EventRing();
    private final Exchange exchange = new Exchange(events);
    private final CommandHeader header = new CommandHeader();
    private final OrderEntry order = new OrderEntry();
    private final long[] orderIds = new long[TABLE_SIZE];
    private long operatorSequence;
    private long gatewaySequence;
    private long nowNs;

    /** Opens the venue. */
    public CoreVenue() {
        exchange.openVenue(operator(), new VenueLimits(ACCOUNTS, INSTRUMENTS, 1 << 15, 4_096, 10_000, 4_096, 1_024));
        exchange.operate(operator(), new OperatorCommand.RegisterSender(GATEWAY, SenderRole.GATEWAY, 0));
        exchange.operate(operator(), new OperatorCommand.DefineMarket(new MarketSpec(MARKET, "COMPUTE", DAY)));
        exchange.operate(
                operator(),
                new OperatorCommand.DefineProduct(new ProductSpec(
                        PRODUCT, "H100", ProductClass.COMPUTE, MARKET, Currency.USD, 10_000, "GPU-hour")));
        exchange.operate(
                operator(),
                new OperatorCommand.SetProductParameters(new ProductParameters(
                        PRODUCT, 750_000, 1_500_000, 400_000, 20, 5, 1_000, 25_000, 10_000_000, 10, 10, 1L << 60)));
        for (int id = 1; id <= INSTRUMENTS; id++) {
            list(id);
        }
        for (int id = 1; id <= ACCOUNTS; id++) {
            exchange.operate(operator(), new OperatorCommand.OpenAccount(id, "account " + id));
            exchange.operate(operator(), new OperatorCommand.Deposit(id, Currency.USD, DEPOSIT_MICROS));
        }
        exchange.operate(operator(), new OperatorCommand.SetMarketPhase(MARKET, DAY, MarketPhase.OPEN));
    }

    private void list(int id) {
        exchange.operate(
                operator(),
                new OperatorCommand.ListInstrument(new InstrumentSpec(
                        id,
                        "H100-" + id,
                        PRODUCT,
                        DAY + 30 * id,
                        DAY + 30 * id + 29,
                        DAY + 999,
                        UNITS_PER_LOT,
                        2_500_000)));
        exchange.setMark(operator(), id, 2_500_000);
        long[] losses = new long[16];
        for (int scenario = 0; scenario < losses.length; scenario++) {
            losses[scenario] = (scenario - 8) * 27_375_000L;
        }
        exchange.setRiskArray(operator(), id, 1, losses);
    }

    private CommandHeader operator() {
        nowNs += NANOS_PER_COMMAND;
        return header.set(OPERATOR, 1, ++operatorSequence, nowNs);
    }

    private CommandHeader gateway() {
        nowNs += NANOS_PER_COMMAND;
        return header.set(GATEWAY, 1, ++gatewaySequence, nowNs);
    }

    /**
     * Gives one command of a workload; one for an order that does not stand at its place becomes a new order.
     *
     * @return how many commands the exchange got for it
     */
    public int give(CoreWorkload workload, int index) {
        long command = workload.commands()[index];
        int place = CoreWorkload.place(command);
        int accountId = 1 + (place >>> 1) % ACCOUNTS;
        long standing = orderIds[place];
        if (standing == 0 || CoreWorkload.kind(command) == CoreWorkload.SUBMIT) {
            exchange.submitOrder(gateway(), entry(command, accountId, place));
            orderIds[place] = events.lastReference();
            if (standing == 0) {
                return 1;
            }
            exchange.cancelOrder(gateway(), accountId, standing);
            return 2;
        }
        if (CoreWorkload.kind(command) == CoreWorkload.AMEND) {
            exchange.amendOrder(
                    gateway(), accountId, standing, CoreWorkload.priceTicks(command), CoreWorkload.lots(command));
            orderIds[place] = events.lastReference();
        } else {
            exchange.cancelOrder(gateway(), accountId, standing);
            orderIds[place] = 0;
        }
        return 1;
    }

    private OrderEntry entry(long command, int accountId, int place) {
        order.accountId = accountId;
        order.instrumentId = 1 + (place >>> 7) % INSTRUMENTS;
        order.side = CoreWorkload.sideAt(place);
        order.type = OrderType.LIMIT;
        order.timeInForce = TimeInForce.GOOD_TIL_CANCELLED;
        order.priceTicks = CoreWorkload.priceTicks(command);
        order.quantityLots = CoreWorkload.lots(command);
        order.clientOrderIdLow = gatewaySequence;
        return order;
    }

    /** What the exchange told. */
    public EventRing events() {
        return events;
    }

    /** Checks all invariants. @return how many */
    public long audit() {
        return exchange.audit();
    }
}
