package org.calx.risk.publish;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.Side;

/** The best prices of every book, from the events of orders. It holds each resting order and no more. */
final class LiveBooks {
    private final Map<Long, Resting> orders = new HashMap<>();
    private final Map<Integer, Book> books = new HashMap<>();

    private record Resting(int instrumentId, Side side, long priceTicks, long lots) {}

    private static final class Book {
        private final TreeMap<Long, Long> bids = new TreeMap<>();
        private final TreeMap<Long, Long> asks = new TreeMap<>();

        private TreeMap<Long, Long> side(Side side) {
            return side == Side.BUY ? bids : asks;
        }
    }

    /** Takes an event in. @return the instrument whose book it may have changed */
    Optional<Integer> onEvent(ExchangeEvent event) {
        return switch (event) {
            case ExchangeEvent.OrderRested e -> {
                put(e.orderId(), new Resting(e.instrumentId(), e.side(), e.priceTicks(), e.remainingLots()));
                yield Optional.of(e.instrumentId());
            }
            case ExchangeEvent.ImageOrder e -> {
                if (!orders.containsKey(e.orderId())) {
                    put(e.orderId(), new Resting(e.instrumentId(), e.side(), e.priceTicks(), e.remainingLots()));
                }
                yield Optional.of(e.instrumentId());
            }
            case ExchangeEvent.OrderAmended e -> {
                amend(e);
                yield Optional.of(e.instrumentId());
            }
            case ExchangeEvent.OrderCancelled e -> {
                take(e.orderId());
                yield Optional.of(e.instrumentId());
            }
            case ExchangeEvent.Trade e -> {
                fill(e);
                yield Optional.of(e.instrumentId());
            }
            default -> Optional.empty();
        };
    }

    private void amend(ExchangeEvent.OrderAmended event) {
        if (take(event.orderId()) && event.priorityKept()) {
            put(
                    event.orderId(),
                    new Resting(event.instrumentId(), event.side(), event.priceTicks(), event.remainingLots()));
        }
    }

    private void fill(ExchangeEvent.Trade event) {
        Resting resting = orders.get(event.restingOrderId());
        if (resting != null && take(event.restingOrderId()) && event.restingRemainingLots() > 0) {
            put(
                    event.restingOrderId(),
                    new Resting(resting.instrumentId, resting.side, resting.priceTicks, event.restingRemainingLots()));
        }
    }

    private void put(long orderId, Resting order) {
        orders.put(orderId, order);
        books.computeIfAbsent(order.instrumentId, unused -> new Book())
                .side(order.side)
                .merge(order.priceTicks, order.lots, Long::sum);
    }

    private boolean take(long orderId) {
        Resting order = orders.remove(orderId);
        if (order == null) {
            return false;
        }
        TreeMap<Long, Long> side = books.get(order.instrumentId).side(order.side);
        if (side.merge(order.priceTicks, -order.lots, Long::sum) == 0) {
            side.remove(order.priceTicks);
        }
        return true;
    }

    /**
     * The sum of best bid and best offer in ticks, which is twice the mid; empty where a side is missing or the spread is
     * wider.
     */
    OptionalLong twiceMidTicks(int instrumentId, long widestSpreadTicks) {
        Book book = books.get(instrumentId);
        if (book == null || book.bids.isEmpty() || book.asks.isEmpty()) {
            return OptionalLong.empty();
        }
        long bid = book.bids.lastKey();
        long ask = book.asks.firstKey();
        return ask - bid > widestSpreadTicks ? OptionalLong.empty() : OptionalLong.of(bid + ask);
    }
}
