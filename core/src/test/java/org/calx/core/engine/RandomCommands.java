package org.calx.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.calx.model.Currency;
import org.calx.model.Fixing;
import org.calx.model.FixingStatus;
import org.calx.model.MarginCharges;
import org.calx.model.MarketPhase;
import org.calx.model.OperatorCommand;
import org.calx.model.OrderType;
import org.calx.model.Side;
import org.calx.model.TimeInForce;

/** Random commands to a {@link TestVenue}, each of which can be given again to another exchange. */
final class RandomCommands {
    private static final int RECENT_ORDERS = 400;

    private final Random random;
    private final int accounts;
    private final int instruments;
    private final int spreadTicks;
    private final List<Long> orderIds = new ArrayList<>(List.of(0L));
    private final List<Integer> owners = new ArrayList<>(List.of(0));
    private final List<Integer> instrumentIds = new ArrayList<>(List.of(0));
    private final List<Side> sides = new ArrayList<>(List.of(Side.BUY));
    private long sequence;
    private long nowNs = 1_000_000_000;
    private long arrayVersion = 1;
    private int businessDay = TestVenue.FIRST_DAY;
    private int settling;

    /**
     * The venue's operator starts a second epoch.
     *
     * @param spreadTicks how far buys and sells are apart on average: the wider, the fuller the books
     */
    RandomCommands(long seed, int accounts, int instruments, int spreadTicks) {
        this.spreadTicks = spreadTicks;
        random = new Random(seed);
        this.accounts = accounts;
        this.instruments = instruments;
    }

    /** Learns the orders that the events speak of, so that later commands can name them. */
    void learn(List<String> events) {
        for (String event : events) {
            if (event.startsWith("orderAccepted ")) {
                orderIds.add(Long.parseLong(event.split(" ")[1]));
                owners.add(Integer.parseInt(event.split(" ")[2]));
                instrumentIds.add(Integer.parseInt(event.split(" ")[3]));
                sides.add(Side.valueOf(event.split(" ")[4]));
            }
        }
    }

    /** The next command. */
    Consumer<Exchange> next() {
        nowNs += random.nextInt(2_000) - 500;
        long timestampNs = nowNs;
        Command command = settling > 0 ? settlementStep() : command();
        boolean again = settling == 0 && random.nextInt(40) == 0;
        long commandSequence = again ? Math.max(1, sequence - random.nextInt(80)) : ++sequence;
        return exchange ->
                command.give(exchange, new CommandHeader().set(TestVenue.OPERATOR, 2, commandSequence, timestampNs));
    }

    private interface Command {
        void give(Exchange exchange, CommandHeader header);
    }

    private Command command() {
        int choice = random.nextInt(1_000);
        int accountId = 1 + random.nextInt(accounts);
        int instrumentId = 1 + random.nextInt(instruments);
        int place = Math.max(0, orderIds.size() - 1 - random.nextInt(RECENT_ORDERS));
        long orderId = orderIds.get(place);
        int ownerId = random.nextInt(20) == 0 ? accountId : owners.get(place);
        long priceTicks = 240 + random.nextInt(21);
        long lots = 1 + random.nextInt(12);
        if (choice < 600) {
            OrderEntry order = order(accountId, instrumentId, priceTicks, lots);
            if (random.nextInt(5) == 0 && place > 0) {
                link(order, place);
            }
            return (exchange, header) -> exchange.submitOrder(header, order);
        } else if (choice < 750) {
            return (exchange, header) -> exchange.cancelOrder(header, ownerId, orderId);
        } else if (choice < 900) {
            return (exchange, header) -> exchange.amendOrder(header, ownerId, orderId, priceTicks, lots);
        } else if (choice < 905) {
            return (exchange, header) -> exchange.massCancel(header, accountId, choice % 2 * instrumentId);
        } else if (choice < 940) {
            return (exchange, header) -> exchange.setMark(header, instrumentId, priceTicks * 10_000);
        } else if (choice < 950) {
            long version = ++arrayVersion;
            return (exchange, header) ->
                    exchange.setRiskArray(header, instrumentId, version, TestVenue.scanArray(priceTicks * 1_000_000));
        } else if (choice < 970) {
            return (exchange, header) -> exchange.requestImage(header);
        } else if (choice < 980) {
            return (exchange, header) ->
                    exchange.operate(header, new OperatorCommand.Withdraw(accountId, Currency.USD, lots * 1_000_000));
        } else if (choice < 983) {
            MarginCharges charges = RandomRules.charges(random);
            return (exchange, header) -> exchange.operate(header, new OperatorCommand.SetMarginCharges(charges));
        } else if (choice < 986) {
            FixingStatus status = random.nextInt(4) > 0 ? FixingStatus.FINAL : FixingStatus.PRELIMINARY;
            int day = businessDay - random.nextInt(3);
            Fixing fixing = new Fixing(TestVenue.PRODUCT, day, priceTicks * 10_000, 3, status);
            return (exchange, header) -> exchange.operate(header, new OperatorCommand.PublishFixing(fixing));
        } else if (choice < 992) {
            OperatorCommand rules = RandomRules.next(random, accounts);
            return (exchange, header) -> exchange.operate(header, rules);
        } else if (choice < 995) {
            return (exchange, header) -> exchange.queryOutcome(header, 2, header.sequence - lots);
        }
        settling = instruments + 2;
        return settlementStep();
    }

    private OrderEntry order(int accountId, int instrumentId, long priceTicks, long lots) {
        OrderEntry order = new OrderEntry();
        order.accountId = accountId;
        order.instrumentId = instrumentId;
        order.side = Side.of(random.nextInt(2));
        order.type = random.nextInt(10) == 0 ? OrderType.MARKET : OrderType.LIMIT;
        order.timeInForce = random.nextInt(3) > 0 ? TimeInForce.GOOD_TIL_CANCELLED : TimeInForce.of(random.nextInt(4));
        order.postOnly = random.nextInt(12) == 0;
        order.priceTicks = priceTicks - order.side.sign() * spreadTicks / 2;
        order.quantityLots = lots;
        order.clientOrderIdLow = random.nextInt(3) == 0 ? 1 + random.nextInt(30) : 0;
        order.labelLow = lots;
        return order;
    }

    /** Makes it an order of which one cancels an earlier one. */
    private void link(OrderEntry order, int place) {
        order.accountId = owners.get(place);
        order.instrumentId = instrumentIds.get(place);
        order.side = sides.get(place).opposite();
        order.type = OrderType.LIMIT;
        order.timeInForce = TimeInForce.GOOD_TIL_CANCELLED;
        order.priceTicks = (order.side == Side.BUY ? 240 : 260) - order.side.sign() * random.nextInt(8);
        order.linkedOrderId = orderIds.get(place);
    }

    /** Closes the market, settles every instrument, and opens the next day. */
    private Command settlementStep() {
        int step = instruments + 2 - settling--;
        int day = businessDay;
        if (step == 0) {
            return (exchange, header) -> exchange.operate(
                    header, new OperatorCommand.SetMarketPhase(TestVenue.MARKET, day, MarketPhase.CLOSED));
        }
        if (step <= instruments) {
            return (exchange, header) -> exchange.operate(header, new OperatorCommand.SettleInstrument(step, day));
        }
        businessDay++;
        return (exchange, header) -> exchange.operate(
                header, new OperatorCommand.SetMarketPhase(TestVenue.MARKET, day + 1, MarketPhase.OPEN));
    }
}
