package org.calx.gateway.view;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.calx.model.AccountRisk;
import org.calx.model.Currency;

/** An account: its orders, trades, positions and money. */
public final class AccountView {
    /** Closed orders kept; the oldest leaves first. */
    public static final int MAX_CLOSED_ORDERS = 2_000;

    /** Trades kept; the oldest leaves first. */
    public static final int MAX_TRADES = 5_000;

    private static final int MAX_MASS_CANCELS = 256;

    public final int accountId;
    public final String name;

    private final Map<Long, OrderView> open = new LinkedHashMap<>();
    private final ArrayDeque<OrderView> closed = new ArrayDeque<>();
    private final ArrayDeque<UserTrade> trades = new ArrayDeque<>();
    private final Map<Integer, PositionView> positions = new TreeMap<>();
    private final long[] balanceMicros = new long[Currency.count()];
    private final long[] requirementMicros = new long[Currency.count()];
    private final boolean[] hasMoney = new boolean[Currency.count()];
    private AccountRisk risk;
    private final ArrayDeque<long[]> massCancels = new ArrayDeque<>();
    private long forgottenSequence;

    AccountView(int accountId, String name) {
        this.accountId = accountId;
        this.name = name;
        risk = AccountRisk.defaults(accountId);
    }

    void setRisk(AccountRisk newRisk) {
        risk = newRisk;
    }

    /** Its rating and limits: the defaults before they are set. */
    public AccountRisk risk() {
        return risk;
    }

    void addOpen(OrderView order) {
        open.put(order.orderId, order);
    }

    /** Moves an order to the closed ones. @return the closed order that had to leave for it, or null */
    OrderView close(OrderView order) {
        open.remove(order.orderId);
        closed.addLast(order);
        if (closed.size() <= MAX_CLOSED_ORDERS) {
            return null;
        }
        OrderView forgotten = closed.removeFirst();
        forgottenSequence = Math.max(forgottenSequence, forgotten.changedSequence());
        return forgotten;
    }

    void addTrade(UserTrade trade) {
        trades.addLast(trade);
        if (trades.size() > MAX_TRADES) {
            forgottenSequence =
                    Math.max(forgottenSequence, trades.removeFirst().trade().eventSequence());
        }
    }

    void setPosition(PositionView position) {
        positions.put(position.instrument().spec.instrumentId(), position);
    }

    void setBalance(Currency currency, long micros) {
        balanceMicros[currency.ordinal()] = micros;
        hasMoney[currency.ordinal()] = true;
    }

    void setRequirement(Currency currency, long micros) {
        requirementMicros[currency.ordinal()] = micros;
        hasMoney[currency.ordinal()] = true;
    }

    void noteMassCancel(long eventSequence, long orders) {
        massCancels.addLast(new long[] {eventSequence, orders});
        if (massCancels.size() > MAX_MASS_CANCELS) {
            massCancels.removeFirst();
        }
    }

    /** How many orders the mass cancellation that ended with this event has cancelled. */
    public long massCancelled(long eventSequence) {
        for (long[] massCancel : massCancels) {
            if (massCancel[0] == eventSequence) {
                return massCancel[1];
            }
        }
        return 0;
    }

    /** Of orders and trades that changed after this event all are still known. */
    public long forgottenSequence() {
        return forgottenSequence;
    }

    /** Working orders, oldest first. */
    public Collection<OrderView> openOrders() {
        return open.values();
    }

    /** A working order. */
    public Optional<OrderView> openOrder(long orderId) {
        return Optional.ofNullable(open.get(orderId));
    }

    /** Closed orders, newest first. */
    public Iterator<OrderView> closedNewestFirst() {
        return closed.descendingIterator();
    }

    /** Trades, newest first. */
    public Iterator<UserTrade> tradesNewestFirst() {
        return trades.descendingIterator();
    }

    /** Positions by instrument id; what was closed stays with zero lots. */
    public Collection<PositionView> positions() {
        return positions.values();
    }

    /** The position in an instrument, flat if there is none. */
    public PositionView position(InstrumentView instrument) {
        PositionView position = positions.get(instrument.spec.instrumentId());
        return position != null ? position : new PositionView(instrument, 0, 0);
    }

    /** Cash in a currency. */
    public long balanceMicros(Currency currency) {
        return balanceMicros[currency.ordinal()];
    }

    /** What must be held in a currency for positions and working orders. */
    public long requirementMicros(Currency currency) {
        return requirementMicros[currency.ordinal()];
    }

    /** Whether the account has ever had cash or a requirement in a currency. */
    public boolean has(Currency currency) {
        return hasMoney[currency.ordinal()];
    }

    /** What options held are worth less what options owed cost, in a currency. */
    public long optionValueMicros(Currency currency) {
        long sum = 0;
        for (PositionView position : positions.values()) {
            if (position.instrument().product.spec.currency() == currency) {
                sum = Math.addExact(sum, position.optionValueMicros());
            }
        }
        return sum;
    }

    /** Gain or loss of all futures of a currency since the last settlement, at the marks. */
    public long floatingMicros(Currency currency) {
        long sum = 0;
        for (PositionView position : positions.values()) {
            InstrumentView instrument = position.instrument();
            if (instrument.product.spec.currency() == currency && !instrument.spec.isOption()) {
                sum = Math.addExact(sum, position.floatingMicros());
            }
        }
        return sum;
    }
}
