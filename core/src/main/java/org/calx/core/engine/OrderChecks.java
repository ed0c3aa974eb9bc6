package org.calx.core.engine;

import org.calx.core.book.OrderBook;
import org.calx.core.book.Orders;
import org.calx.core.reference.NumericBounds;
import org.calx.core.risk.PreTradeRisk;
import org.calx.model.OrderType;
import org.calx.model.RejectReason;
import org.calx.model.Side;

/** Why an order, or an amendment of one, is refused. Checks stand in the order in which {@link RejectReason} declares. */
final class OrderChecks {
    private final Venue venue;
    private final OrderTable table;
    private final PreTradeRisk risk;
    private final OrderLinks links;

    OrderChecks(Venue venue) {
        this.venue = venue;
        table = venue.orders;
        risk = venue.risk;
        links = new OrderLinks(venue);
    }

    /** Whether the order's fields are in range and what they name exists. */
    RejectReason checkFields(OrderEntry order) {
        if (order.side == null
                || order.type == null
                || order.timeInForce == null
                || (order.type == OrderType.LIMIT && !isPrice(order.priceTicks))) {
            return RejectReason.INVALID_PARAMETER;
        }
        if (!venue.instruments.exists(order.instrumentId)) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        return venue.accounts.exists(order.accountId) ? RejectReason.NONE : RejectReason.UNKNOWN_ACCOUNT;
    }

    /** Whether an order whose {@link #checkFields} passed may work. Changes nothing. */
    RejectReason check(OrderEntry order, boolean clientOrderIdTaken, long nowNs) {
        RejectReason reason = checkTrading(order.instrumentId);
        if (reason == RejectReason.NONE && order.linkedOrderId != 0) {
            reason = links.check(order, order.priceTicks);
        }
        if (reason == RejectReason.NONE) {
            reason = checkTerms(order, nowNs);
        }
        if (reason == RejectReason.NONE) {
            reason = checkBook(order);
        }
        if (reason == RejectReason.NONE) {
            reason = clientOrderIdTaken ? RejectReason.DUPLICATE_CLIENT_ORDER_ID : checkRoom(order.accountId);
        }
        if (reason == RejectReason.NONE && order.linkedOrderId != 0) {
            return checkLinked(order);
        }
        return reason != RejectReason.NONE
                ? reason
                : risk.checkExposure(
                        order.accountId, order.instrumentId, order.side, limitTicks(order, nowNs), order.quantityLots);
    }

    private RejectReason checkLinked(OrderEntry order) {
        int other = links.slotOf(order);
        return risk.checkLinked(
                order.accountId,
                order.instrumentId,
                order.side,
                order.priceTicks,
                order.quantityLots,
                table.orders().priceTicks(other),
                table.orders().remainingLots(other));
    }

    /** The worst price at which the order may trade, and at which it is reserved. */
    long limitTicks(OrderEntry order, long nowNs) {
        if (order.type == OrderType.LIMIT) {
            return order.priceTicks;
        }
        OrderBook book = table.book(order.instrumentId);
        return risk.marketLimitTicks(order.instrumentId, order.side, book.bestBidTicks(), book.bestAskTicks(), nowNs);
    }

    /** Whether an amendment's price is in range. */
    static boolean isPrice(long priceTicks) {
        return NumericBounds.isLotValue(priceTicks, 1);
    }

    /** Whether the instrument trades at present. */
    RejectReason checkTrading(int instrumentId) {
        if (venue.instruments.isExpired(instrumentId)) {
            return RejectReason.INSTRUMENT_EXPIRED;
        }
        int marketId = venue.marketOf(instrumentId);
        boolean isOver = venue.markets.businessDay(marketId)
                > venue.instruments.spec(instrumentId).lastTradingDay();
        if (isOver || venue.products.parameters(venue.instruments.productId(instrumentId)) == null) {
            return RejectReason.INSTRUMENT_NOT_TRADING;
        }
        return switch (venue.markets.phase(marketId)) {
            case CLOSED -> RejectReason.MARKET_CLOSED;
            case HALTED -> RejectReason.MARKET_HALTED;
            case OPEN, CLOSING -> RejectReason.NONE;
        };
    }

    private RejectReason checkTerms(OrderEntry order, long nowNs) {
        OrderBook book = table.book(order.instrumentId);
        return risk.checkTerms(
                order.instrumentId,
                order.side,
                order.type,
                order.timeInForce,
                order.postOnly,
                order.priceTicks,
                order.quantityLots,
                book.bestBidTicks(),
                book.bestAskTicks(),
                nowNs);
    }

    private RejectReason checkBook(OrderEntry order) {
        if (order.type == OrderType.MARKET) {
            int opposite = OrderTable.bookSide(order.side.opposite());
            boolean none = table.book(order.instrumentId).orderCount(opposite) == 0;
            return none ? RejectReason.NO_OPPOSITE_ORDERS : RejectReason.NONE;
        }
        boolean wouldTrade = order.postOnly && crosses(order.instrumentId, order.side, order.priceTicks);
        return wouldTrade ? RejectReason.POST_ONLY_WOULD_TRADE : RejectReason.NONE;
    }

    private RejectReason checkRoom(int accountId) {
        if (table.isFull(accountId)) {
            return RejectReason.TOO_MANY_ORDERS;
        }
        return table.isFull() ? RejectReason.BOOK_FULL : RejectReason.NONE;
    }

    /** Whether an order of this side and price would trade at once. */
    boolean crosses(int instrumentId, Side side, long priceTicks) {
        OrderBook book = table.book(instrumentId);
        return side == Side.BUY ? priceTicks >= book.bestAskTicks() : priceTicks <= book.bestBidTicks();
    }

    /** Whether a working order may get this price and quantity; its margin is looked at apart. Changes nothing. */
    RejectReason checkAmendment(int slot, long priceTicks, long quantityLots, long nowNs) {
        Orders orders = table.orders();
        int instrumentId = orders.instrumentId(slot);
        RejectReason reason = checkTrading(instrumentId);
        if (reason != RejectReason.NONE) {
            return reason;
        }
        OrderBook book = table.book(instrumentId);
        reason = risk.checkTerms(
                instrumentId,
                table.sideOf(slot),
                OrderType.LIMIT,
                table.details().timeInForce(slot),
                table.details().isPostOnly(slot),
                priceTicks,
                quantityLots,
                book.bestBidTicks(),
                book.bestAskTicks(),
                nowNs);
        boolean filled = quantityLots <= orders.originalLots(slot) - orders.remainingLots(slot);
        if (filled && !precedes(reason, RejectReason.QUANTITY_ALREADY_FILLED)) {
            return RejectReason.QUANTITY_ALREADY_FILLED;
        }
        boolean samePrice = priceTicks == orders.priceTicks(slot);
        if (samePrice
                && quantityLots <= orders.originalLots(slot)
                && precedes(RejectReason.QUANTITY_ALREADY_FILLED, reason)) {
            return RejectReason.NONE;
        }
        boolean wouldTrade = table.details().isPostOnly(slot) && crosses(instrumentId, table.sideOf(slot), priceTicks);
        return reason == RejectReason.NONE && wouldTrade ? RejectReason.POST_ONLY_WOULD_TRADE : reason;
    }

    /** Whether the first is a refusal and comes before the second. */
    private static boolean precedes(RejectReason first, RejectReason second) {
        return first != RejectReason.NONE && first.ordinal() < second.ordinal();
    }
}
