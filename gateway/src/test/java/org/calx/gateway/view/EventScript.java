package org.calx.gateway.view;

import org.calx.api.event.ExchangeEvent;
import org.calx.model.Currency;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketSpec;
import org.calx.model.OrderType;
import org.calx.model.ProductClass;
import org.calx.model.ProductSpec;
import org.calx.model.RejectReason;
import org.calx.model.Side;
import org.calx.model.TimeInForce;
import org.calx.model.VenueLimits;

/** Events as the exchange would tell them, one command after the other. */
final class EventScript {
    static final long SECOND_NS = 1_000_000_000L;
    static final int INSTRUMENT = 1;
    static final int ALICE = 1;
    static final int BOB = 2;

    private final Views views;
    private long sequence;
    private long nowNs = 1_000 * SECOND_NS;

    EventScript(Views views) {
        this.views = views;
    }

    /** A venue with one instrument and two accounts. */
    EventScript opened() {
        return command(new ExchangeEvent.VenueOpened(1, VenueLimits.defaults())).reference();
    }

    EventScript reference() {
        return command(new ExchangeEvent.MarketDefined(new MarketSpec(1, "COMPUTE", 20_000)))
                .command(new ExchangeEvent.ProductDefined(
                        new ProductSpec(1, "H100", ProductClass.COMPUTE, 1, Currency.USD, 10_000, "GPU-hour")))
                .command(new ExchangeEvent.InstrumentListed(
                        new InstrumentSpec(INSTRUMENT, "H100-31DEC26", 1, 20_000, 20_030, 20_030, 730, 2_500_000)))
                .command(new ExchangeEvent.AccountOpened(ALICE, "alice"))
                .command(new ExchangeEvent.AccountOpened(BOB, "bob"));
    }

    /** One command with these events. */
    EventScript command(ExchangeEvent... events) {
        for (ExchangeEvent event : events) {
            views.onEvent(++sequence, nowNs, false, event);
        }
        views.onEvent(
                ++sequence, nowNs, true, new ExchangeEvent.CommandResult(1, 1, sequence, RejectReason.NONE, 0, false));
        return this;
    }

    EventScript later(long seconds) {
        nowNs += seconds * SECOND_NS;
        return this;
    }

    long sequence() {
        return sequence;
    }

    long nowNs() {
        return nowNs;
    }

    static ExchangeEvent.OrderAccepted accepted(long orderId, int account, Side side, long ticks, long lots) {
        return new ExchangeEvent.OrderAccepted(
                orderId,
                account,
                INSTRUMENT,
                side,
                OrderType.LIMIT,
                TimeInForce.GOOD_TIL_CANCELLED,
                false,
                ticks,
                lots,
                0,
                0,
                0,
                0);
    }

    static ExchangeEvent.OrderRested rested(long orderId, int account, Side side, long ticks, long lots) {
        return new ExchangeEvent.OrderRested(orderId, account, INSTRUMENT, side, ticks, lots);
    }

    /** A trade of Bob's aggressive order with Alice's resting one. */
    static ExchangeEvent.Trade trade(
            long tradeId,
            long ticks,
            long lots,
            Side aggressor,
            long aggressorId,
            long left,
            long restingId,
            long rest) {
        return new ExchangeEvent.Trade(
                tradeId, INSTRUMENT, ticks, lots, aggressor, aggressorId, BOB, left, 2, restingId, ALICE, rest, 1);
    }

    static ExchangeEvent.ImageOrder imaged(long orderId, int account, Side side, long ticks, long lots, long left) {
        return new ExchangeEvent.ImageOrder(
                orderId,
                account,
                INSTRUMENT,
                side,
                TimeInForce.GOOD_TIL_CANCELLED,
                false,
                ticks,
                lots,
                left,
                0,
                0,
                0,
                0,
                5);
    }
}
