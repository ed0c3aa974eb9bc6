package org.calx.app.chaos;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.Currency;
import org.calx.model.ShortText;
import org.calx.model.Side;

/**
 * What one member has recorded, from the first event on, and what is wrong with it by itself: a gap or repeat in the
 * numbers, a command done twice, a posting that does not follow from the balances before it, a position that the trades do
 * not explain.
 */
final class StreamRecord implements EventReader {
    /** A ledger account in a currency. */
    private record Purse(int accountId, Currency currency) {}

    /** An account's position. */
    private record Holding(int accountId, int instrumentId) {}

    /** A sender's command. */
    private record Command(int senderId, int epoch, long sequence) {}

    /** An owner's order. */
    private record OwnOrder(int accountId, String clientOrderId) {}

    private final List<String> faults = new ArrayList<>();
    private final Set<Command> done = new HashSet<>();
    private final Map<OwnOrder, List<Long>> accepted = new HashMap<>();
    private final Map<Purse, Long> balances = new HashMap<>();
    private final Map<Holding, Long> traded = new HashMap<>();
    private final Map<Holding, Long> told = new HashMap<>();
    private final Map<Integer, String> symbols = new TreeMap<>();
    private long lastSequence;
    private long hash;

    @Override
    public void onEvent(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event) {
        if (sequence != lastSequence + 1) {
            faults.add("event " + sequence + " follows " + lastSequence);
        }
        lastSequence = sequence;
        int content = event instanceof ExchangeEvent.RiskArraySet array
                ? Arrays.hashCode(array.lossMicrosPerLot()) + array.instrumentId()
                : event.hashCode();
        hash = (hash * 31 + content) * 31 + timestampNs;
        switch (event) {
            case ExchangeEvent.CommandResult result -> onResult(result);
            case ExchangeEvent.OrderAccepted order -> onAccepted(order);
            case ExchangeEvent.InstrumentListed listed ->
                symbols.put(
                        listed.instrument().instrumentId(), listed.instrument().symbol());
            case ExchangeEvent.Trade trade -> onTrade(trade);
            case ExchangeEvent.PositionChanged position ->
                told.put(new Holding(position.accountId(), position.instrumentId()), position.positionLots());
            case ExchangeEvent.Posted posted -> onPosted(posted);
            default -> {}
        }
    }

    private void onResult(ExchangeEvent.CommandResult result) {
        Command command = new Command(result.senderId(), result.epoch(), result.sequence());
        if (!result.duplicate() && !done.add(command)) {
            faults.add(command + " was done twice");
        }
    }

    private void onAccepted(ExchangeEvent.OrderAccepted order) {
        String own = ShortText.text(order.clientOrderIdHigh(), order.clientOrderIdLow());
        if (!own.isEmpty()) {
            accepted.computeIfAbsent(new OwnOrder(order.accountId(), own), unused -> new ArrayList<>())
                    .add(order.orderId());
        }
    }

    private void onTrade(ExchangeEvent.Trade trade) {
        long lots = trade.aggressorSide() == Side.BUY ? trade.quantityLots() : -trade.quantityLots();
        traded.merge(new Holding(trade.aggressorAccountId(), trade.instrumentId()), lots, Long::sum);
        traded.merge(new Holding(trade.restingAccountId(), trade.instrumentId()), -lots, Long::sum);
    }

    private void onPosted(ExchangeEvent.Posted posted) {
        move(posted, posted.debitAccountId(), -posted.amountMicros(), posted.debitBalanceMicros());
        move(posted, posted.creditAccountId(), posted.amountMicros(), posted.creditBalanceMicros());
    }

    private void move(ExchangeEvent.Posted posted, int accountId, long amountMicros, long balanceMicros) {
        long expected = balances.merge(new Purse(accountId, posted.currency()), amountMicros, Long::sum);
        if (expected != balanceMicros) {
            faults.add("journal entry " + posted.journalId() + " leaves account " + accountId + " with " + balanceMicros
                    + ", the entries before it make " + expected);
        }
    }

    /** The stream has been read: lets go of what only reading needed, and of the orders unless they are asked for. */
    void end(boolean keepsOrders) {
        done.clear();
        if (!keepsOrders) {
            accepted.clear();
        }
    }

    /** What is wrong with this stream by itself; no market may have expired in it. */
    List<String> faults() {
        List<String> all = new ArrayList<>(faults);
        Set<Holding> holdings = new HashSet<>(traded.keySet());
        holdings.addAll(told.keySet());
        for (Holding holding : holdings) {
            long fills = traded.getOrDefault(holding, 0L);
            long position = told.getOrDefault(holding, 0L);
            if (fills != position) {
                all.add(holding + " is " + position + " lots, the fills make " + fills);
            }
        }
        for (Currency currency : Currency.values()) {
            long sum = balances.entrySet().stream()
                    .filter(entry -> entry.getKey().currency() == currency)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            if (sum != 0) {
                all.add("the ledger in " + currency + " sums to " + sum);
            }
        }
        return all;
    }

    /** The exchange's ids of an owner's order, in the order in which it was accepted: normally one. */
    List<Long> accepted(int accountId, String clientOrderId) {
        return accepted.getOrDefault(new OwnOrder(accountId, clientOrderId), List.of());
    }

    /** An account's positions that are not flat, by instrument. */
    Map<String, Long> positions(int accountId) {
        Map<String, Long> lots = new TreeMap<>();
        told.forEach((holding, position) -> {
            if (holding.accountId() == accountId && position != 0) {
                lots.put(symbols.get(holding.instrumentId()), position);
            }
        });
        return lots;
    }

    long lastSequence() {
        return lastSequence;
    }

    /** Depends on every event and its time. */
    long hash() {
        return hash;
    }
}
