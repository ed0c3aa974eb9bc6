package org.calx.bench.peer.exchangecore;

import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.cmd.OrderCommandType;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.IOrderBook;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.orderbook.OrderBookEventsHelper;
import java.util.HashMap;
import java.util.Map;
import org.calx.bench.matching.ReplayedBook;
import org.calx.bench.matching.Workload;

/**
 * {@code OrderBookDirectImpl}, called as its matching engine calls it: one command object is filled in for each command
 * and the chain of events it comes back with is walked. The pools have the sizes of its production configuration, and
 * events are made as in its own tests of the book alone.
 */
public final class ExchangeCoreBook extends ReplayedBook {

    private final IOrderBook book;
    private final OrderCommand command = new OrderCommand();

    /** An empty book; the sizes of the stream are not needed. */
    public ExchangeCoreBook(Workload workload, int users) {
        CoreSymbolSpecification futures = CoreSymbolSpecification.builder()
                .symbolId(1)
                .type(SymbolType.FUTURES_CONTRACT)
                .baseCurrency(1)
                .quoteCurrency(2)
                .baseScaleK(1)
                .quoteScaleK(1)
                .build();
        book = new OrderBookDirectImpl(
                futures,
                new ObjectsPool(poolSizes()),
                OrderBookEventsHelper.NON_POOLED_EVENTS_HELPER,
                LoggingConfiguration.DEFAULT);
        command.symbol = 1;
    }

    private static Map<Integer, Integer> poolSizes() {
        Map<Integer, Integer> sizes = new HashMap<>();
        sizes.put(ObjectsPool.DIRECT_ORDER, 1024 * 1024);
        sizes.put(ObjectsPool.DIRECT_BUCKET, 64 * 1024);
        sizes.put(ObjectsPool.ART_NODE_4, 32 * 1024);
        sizes.put(ObjectsPool.ART_NODE_16, 16 * 1024);
        sizes.put(ObjectsPool.ART_NODE_48, 8 * 1024);
        sizes.put(ObjectsPool.ART_NODE_256, 4 * 1024);
        return sizes;
    }

    @Override
    protected boolean goodTillCancel(long id, long user, int side, long price, long lots) {
        return place(OrderType.GTC, id, user, side, price, lots);
    }

    @Override
    protected boolean immediateOrCancel(long id, long user, int side, long price, long lots) {
        return place(OrderType.IOC, id, user, side, price, lots);
    }

    @Override
    protected boolean fillOrKillBudget(long id, long user, int side, long budget, long lots) {
        return place(OrderType.FOK_BUDGET, id, user, side, budget, lots);
    }

    private boolean place(OrderType type, long id, long user, int side, long price, long lots) {
        command.command = OrderCommandType.PLACE_ORDER;
        command.orderType = type;
        command.action = side == 0 ? OrderAction.BID : OrderAction.ASK;
        command.orderId = id;
        command.uid = user;
        command.price = price;
        command.reserveBidPrice = price;
        command.size = lots;
        command.matcherEvent = null;
        book.newOrder(command);
        consumeEvents();
        return true;
    }

    @Override
    protected boolean cancel(long id, long user) {
        command.command = OrderCommandType.CANCEL_ORDER;
        command.orderId = id;
        command.uid = user;
        command.matcherEvent = null;
        return consumed(book.cancelOrder(command));
    }

    @Override
    protected boolean reduce(long id, long user, long byLots) {
        command.command = OrderCommandType.REDUCE_ORDER;
        command.orderId = id;
        command.uid = user;
        command.size = byLots;
        command.matcherEvent = null;
        return consumed(book.reduceOrder(command));
    }

    @Override
    protected boolean move(long id, long user, long price) {
        command.command = OrderCommandType.MOVE_ORDER;
        command.orderId = id;
        command.uid = user;
        command.price = price;
        command.matcherEvent = null;
        return consumed(book.moveOrder(command));
    }

    @Override
    protected boolean modify(long id, long user, int side, long price, long lots) {
        return cancel(id, user) && place(OrderType.GTC, id, user, side, price, lots);
    }

    private boolean consumed(CommandResultCode result) {
        consumeEvents();
        return result == CommandResultCode.SUCCESS;
    }

    private void consumeEvents() {
        for (MatcherTradeEvent event = command.matcherEvent; event != null; event = event.nextEvent) {
            if (event.eventType == MatcherEventType.TRADE) {
                trade(event.price, event.size);
            }
        }
    }
}
