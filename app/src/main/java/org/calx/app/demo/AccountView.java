package org.calx.app.demo;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.Currency;
import org.calx.model.InstrumentSpec;
import org.calx.model.Side;

/** What a participant knows of its own account, built from the event stream: orders, positions, cash and requirement. */
final class AccountView implements EventReader {

    /** A working order. @param quantityLots whole quantity, fills included */
    record WorkingOrder(
            long orderId, int instrumentId, Side side, long priceTicks, long quantityLots, long remainingLots) {

        WorkingOrder remaining(long lots) {
            return new WorkingOrder(orderId, instrumentId, side, priceTicks, quantityLots, lots);
        }
    }

    /** A position. @param openValueMicros cost since the last settlement */
    record Position(long lots, long openValueMicros) {}

    private final int accountId;
    private final VenueView venue;
    private final Map<Long, WorkingOrder> orders = new TreeMap<>();
    private final Map<Integer, Position> positions = new TreeMap<>();
    private final long[] cashMicros = new long[Currency.count()];
    private final long[] requirementMicros = new long[Currency.count()];
    private long trades;

    AccountView(int accountId, VenueView venue) {
        this.accountId = accountId;
        this.venue = venue;
    }

    @Override
    public void onEvent(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event) {
        switch (event) {
            case ExchangeEvent.OrderAccepted order
            when order.accountId() == accountId ->
                put(
                        order.orderId(),
                        order.instrumentId(),
                        order.side(),
                        order.priceTicks(),
                        order.quantityLots(),
                        order.quantityLots());
            case ExchangeEvent.ImageOrder order
            when order.accountId() == accountId ->
                put(
                        order.orderId(),
                        order.instrumentId(),
                        order.side(),
                        order.priceTicks(),
                        order.quantityLots(),
                        order.remainingLots());
            case ExchangeEvent.OrderAmended order
            when order.accountId() == accountId ->
                put(
                        order.orderId(),
                        order.instrumentId(),
                        order.side(),
                        order.priceTicks(),
                        order.quantityLots(),
                        order.remainingLots());
            case ExchangeEvent.OrderRested order
            when order.accountId() == accountId -> filled(order.orderId(), order.remainingLots());
            case ExchangeEvent.OrderCancelled order
            when order.accountId() == accountId -> orders.remove(order.orderId());
            case ExchangeEvent.Trade trade -> onTrade(trade);
            case ExchangeEvent.PositionChanged position
            when position.accountId() == accountId ->
                positions.put(
                        position.instrumentId(), new Position(position.positionLots(), position.openValueMicros()));
            case ExchangeEvent.Posted posted -> onPosted(posted);
            case ExchangeEvent.ImageBalance balance
            when balance.accountId() == accountId ->
                cashMicros[balance.currency().ordinal()] = balance.balanceMicros();
            case ExchangeEvent.RequirementChanged changed
            when changed.accountId() == accountId ->
                requirementMicros[changed.currency().ordinal()] = changed.initialMarginMicros();
            default -> {
                // Someone else's.
            }
        }
    }

    private void put(
            long orderId, int instrumentId, Side side, long priceTicks, long quantityLots, long remainingLots) {
        orders.put(orderId, new WorkingOrder(orderId, instrumentId, side, priceTicks, quantityLots, remainingLots));
    }

    private void onTrade(ExchangeEvent.Trade trade) {
        if (trade.aggressorAccountId() == accountId) {
            trades++;
            filled(trade.aggressorOrderId(), trade.aggressorRemainingLots());
        }
        if (trade.restingAccountId() == accountId) {
            trades++;
            filled(trade.restingOrderId(), trade.restingRemainingLots());
        }
    }

    private void filled(long orderId, long remainingLots) {
        if (remainingLots == 0) {
            orders.remove(orderId);
        } else {
            orders.computeIfPresent(orderId, (_, order) -> order.remaining(remainingLots));
        }
    }

    private void onPosted(ExchangeEvent.Posted posted) {
        if (posted.debitAccountId() == accountId) {
            cashMicros[posted.currency().ordinal()] = posted.debitBalanceMicros();
        }
        if (posted.creditAccountId() == accountId) {
            cashMicros[posted.currency().ordinal()] = posted.creditBalanceMicros();
        }
    }

    int accountId() {
        return accountId;
    }

    /** Fills of the account since this view began. */
    long trades() {
        return trades;
    }

    /** Working orders by id. */
    Collection<WorkingOrder> orders() {
        return Collections.unmodifiableCollection(orders.values());
    }

    /** The oldest working order on one side of an instrument. */
    Optional<WorkingOrder> order(int instrumentId, Side side) {
        for (WorkingOrder order : orders.values()) {
            if (order.instrumentId() == instrumentId && order.side() == side) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }

    /** Signed position. */
    long positionLots(int instrumentId) {
        Position position = positions.get(instrumentId);
        return position == null ? 0 : position.lots();
    }

    /** What the account must hold in a currency. */
    long requirementMicros(Currency currency) {
        return requirementMicros[currency.ordinal()];
    }

    /** Cash plus what the positions have gained at the marks since the last settlement. */
    long equityMicros(Currency currency) {
        long equityMicros = cashMicros[currency.ordinal()];
        for (Map.Entry<Integer, Position> entry : positions.entrySet()) {
            InstrumentSpec instrument = venue.instrument(entry.getKey());
            if (entry.getValue().lots() != 0
                    && venue.product(instrument.productId()).currency() == currency) {
                long valueMicros =
                        entry.getValue().lots() * instrument.unitsPerLot() * venue.markMicros(entry.getKey());
                equityMicros += valueMicros - entry.getValue().openValueMicros();
            }
        }
        return equityMicros;
    }

    /** Whether more than 70 % of the equity is bound, so that positions should shrink. */
    boolean isTight(Currency currency) {
        return requirementMicros(currency) * 10 > equityMicros(currency) * 7;
    }
}
