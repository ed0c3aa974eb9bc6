package org.calx.acceptance.dsl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.calx.acceptance.dsl.MarketDataDriver.Level;
import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.Currency;
import org.calx.model.Decimals;
import org.calx.model.Side;

/** What a reader of the whole event stream knows, in the plainest form. Read from the first event on. */
final class VenueMirror implements EventReader {
    /** Micros in a tick of a cent. */
    private static final long TICK_MICROS = 10_000;

    private record Key(int accountId, int instrumentId) {}

    private record Resting(int accountId, int instrumentId, Side side, long priceTicks, long lots) {}

    private final Map<Integer, String> symbols = new TreeMap<>();
    private final Map<Long, Resting> resting = new LinkedHashMap<>();
    private final Map<Long, Long> filled = new HashMap<>();
    private final Map<Key, Long> positions = new HashMap<>();
    private final Map<Integer, Long> cash = new HashMap<>();
    private final Map<Integer, Long> requirements = new HashMap<>();
    private final Map<String, Level> lastTrades = new HashMap<>();
    private final Map<String, Long> settlements = new HashMap<>();

    @Override
    public void onEvent(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event) {
        switch (event) {
            case ExchangeEvent.InstrumentListed listed ->
                symbols.put(
                        listed.instrument().instrumentId(), listed.instrument().symbol());
            case ExchangeEvent.OrderRested e ->
                resting.put(
                        e.orderId(),
                        new Resting(e.accountId(), e.instrumentId(), e.side(), e.priceTicks(), e.remainingLots()));
            case ExchangeEvent.OrderAmended amended -> amend(amended);
            case ExchangeEvent.OrderCancelled cancelled -> resting.remove(cancelled.orderId());
            case ExchangeEvent.Trade trade -> trade(trade);
            case ExchangeEvent.PositionChanged changed ->
                positions.put(new Key(changed.accountId(), changed.instrumentId()), changed.positionLots());
            case ExchangeEvent.Posted posted -> post(posted);
            case ExchangeEvent.RequirementChanged changed ->
                requirements.put(changed.accountId(), changed.initialMarginMicros());
            case ExchangeEvent.SettlementPriceSet set -> settle(set.instrumentId(), set.priceMicros());
            case ExchangeEvent.InstrumentExpired expired -> settle(expired.instrumentId(), expired.priceMicros());
            default -> {}
        }
    }

    private void amend(ExchangeEvent.OrderAmended amended) {
        Resting changed = new Resting(
                amended.accountId(),
                amended.instrumentId(),
                amended.side(),
                amended.priceTicks(),
                amended.remainingLots());
        if (amended.priorityKept()) {
            resting.put(amended.orderId(), changed);
        } else {
            resting.remove(amended.orderId());
        }
    }

    private void trade(ExchangeEvent.Trade trade) {
        filled.merge(trade.aggressorOrderId(), trade.quantityLots(), Long::sum);
        filled.merge(trade.restingOrderId(), trade.quantityLots(), Long::sum);
        lastTrades.put(symbols.get(trade.instrumentId()), new Level(trade.priceTicks(), trade.quantityLots()));
        resting.computeIfPresent(
                trade.restingOrderId(),
                (id, order) -> trade.restingRemainingLots() == 0
                        ? null
                        : new Resting(
                                order.accountId(),
                                order.instrumentId(),
                                order.side(),
                                order.priceTicks(),
                                trade.restingRemainingLots()));
    }

    private void post(ExchangeEvent.Posted posted) {
        if (posted.currency() == Currency.USD) {
            cash.put(posted.debitAccountId(), posted.debitBalanceMicros());
            cash.put(posted.creditAccountId(), posted.creditBalanceMicros());
        }
    }

    private void settle(int instrumentId, long priceMicros) {
        settlements.put(symbols.get(instrumentId), Decimals.divideHalfUp(priceMicros, TICK_MICROS));
    }

    List<Working> workingOrders(int accountId) {
        List<Working> working = new ArrayList<>();
        resting.forEach((id, order) -> {
            if (order.accountId() == accountId) {
                String symbol = symbols.get(order.instrumentId());
                working.add(new Working(id, symbol, order.side(), order.priceTicks(), order.lots()));
            }
        });
        working.sort(Comparator.comparingLong(Working::orderId));
        return working;
    }

    long filledLots(long orderId) {
        return filled.getOrDefault(orderId, 0L);
    }

    long positionLots(int accountId, int instrumentId) {
        return positions.getOrDefault(new Key(accountId, instrumentId), 0L);
    }

    long cashMicros(int accountId) {
        return cash.getOrDefault(accountId, 0L);
    }

    long initialMarginMicros(int accountId) {
        return requirements.getOrDefault(accountId, 0L);
    }

    List<Level> levels(String symbol, Side side) {
        Comparator<Long> bestFirst = side == Side.BUY ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Map<Long, Long> lots = new TreeMap<>(bestFirst);
        for (Resting order : resting.values()) {
            if (order.side() == side && symbols.get(order.instrumentId()).equals(symbol)) {
                lots.merge(order.priceTicks(), order.lots(), Long::sum);
            }
        }
        return lots.entrySet().stream()
                .map(level -> new Level(level.getKey(), level.getValue()))
                .toList();
    }

    Level lastTrade(String symbol) {
        return lastTrades.get(symbol);
    }

    long settlementTicks(String symbol) {
        return settlements.getOrDefault(symbol, 0L);
    }
}
