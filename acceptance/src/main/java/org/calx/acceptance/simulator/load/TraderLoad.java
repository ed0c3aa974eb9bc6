package org.calx.acceptance.simulator.load;

import java.util.ArrayList;
import java.util.List;
import org.calx.acceptance.simulator.world.Chance;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.OrderRequest;
import org.calx.model.OrderType;
import org.calx.model.Side;
import org.calx.model.TimeInForce;

/** Traders of all tempers, some of them confused. */
public final class TraderLoad implements Load {
    private static final int MOST_REMEMBERED = 64;
    private static final int MOST_UNANSWERED = 400;
    private static final int CLOSED_PER_MILLE = 20;
    private static final int NO_ACCOUNT = 77;
    private static final int NO_INSTRUMENT = 99;

    private final String name;
    private final int[] accounts;
    private final Calendar calendar;
    private final Chance chance;
    private final List<Request.Cancel> working = new ArrayList<>();
    private int clientOrderIds;
    private OrderRequest named;

    /** Traders of these accounts. */
    public TraderLoad(String name, int[] accounts, Calendar calendar, Chance chance) {
        this.name = name;
        this.accounts = accounts;
        this.calendar = calendar;
        this.chance = chance;
    }

    @Override
    public Request next() {
        List<Integer> tradable = calendar.tradable();
        if (tradable.isEmpty() || !calendar.isOpen() && !chance.perMille(CLOSED_PER_MILLE)) {
            return null;
        }
        int instrumentId = tradable.get(chance.below(tradable.size()));
        int dice = chance.below(100);
        if (dice < 62 || working.isEmpty()) {
            return new Request.Submit(order(instrumentId));
        }
        Request.Cancel order = forget(chance.below(working.size()));
        if (dice < 78) {
            return chance.perMille(20) ? new Request.Cancel(account(), order.orderId()) : order;
        }
        if (dice < 99) {
            return new Request.Amend(order.accountId(), order.orderId(), price(), chance.between(0, 12));
        }
        return new Request.MassCancel(account(), chance.of(0, instrumentId, NO_INSTRUMENT));
    }

    private Request.Cancel forget(int at) {
        Request.Cancel order = working.get(at);
        working.set(at, working.getLast());
        working.removeLast();
        return order;
    }

    private OrderRequest order(int instrumentId) {
        int dice = chance.below(1_000);
        if (dice < 20 && named != null) {
            return named;
        }
        if (dice < 30 && named != null) {
            return withId(limit(instrumentId), named.clientOrderId());
        }
        if (dice < 200) {
            named = withId(limit(instrumentId), name + "-" + ++clientOrderIds);
            return named;
        }
        return dice < 260 ? market(instrumentId) : limit(instrumentId);
    }

    private OrderRequest limit(int instrumentId) {
        boolean odd = chance.perMille(10);
        return new OrderRequest(
                account(),
                chance.perMille(3) ? NO_INSTRUMENT : instrumentId,
                chance.of(Side.BUY, Side.SELL),
                OrderType.LIMIT,
                timeInForce(),
                chance.perMille(100),
                odd ? chance.between(1, 400) : price(),
                odd ? chance.between(0, 30) : quantity(),
                "",
                chance.perMille(100) ? name : "");
    }

    private OrderRequest market(int instrumentId) {
        return new OrderRequest(
                account(),
                instrumentId,
                chance.of(Side.BUY, Side.SELL),
                OrderType.MARKET,
                chance.of(TimeInForce.IMMEDIATE_OR_CANCEL, TimeInForce.FILL_OR_KILL),
                false,
                0,
                chance.between(1, 12),
                "",
                "");
    }

    private static OrderRequest withId(OrderRequest order, String clientOrderId) {
        return new OrderRequest(
                order.accountId(),
                order.instrumentId(),
                order.side(),
                order.type(),
                order.timeInForce(),
                order.postOnly(),
                order.priceTicks(),
                order.quantityLots(),
                clientOrderId,
                order.label());
    }

    private int account() {
        return chance.perMille(3) ? NO_ACCOUNT : accounts[chance.below(accounts.length)];
    }

    private long price() {
        return Calendar.CENTER_TICKS + chance.between(-6, 6);
    }

    /** Small orders, and now and then one that sweeps many of them. */
    private long quantity() {
        return chance.perMille(150) ? chance.between(12, 20) : chance.between(1, 3);
    }

    private TimeInForce timeInForce() {
        int dice = chance.below(10);
        if (dice < 6) {
            return TimeInForce.GOOD_TIL_CANCELLED;
        }
        return chance.of(TimeInForce.DAY, TimeInForce.DAY, TimeInForce.IMMEDIATE_OR_CANCEL, TimeInForce.FILL_OR_KILL);
    }

    @Override
    public void onAnswer(Request request, CommandOutcome outcome) {
        if (!outcome.accepted()) {
            return;
        }
        if (request instanceof Request.Submit submit && mayRest(submit.order())) {
            remember(submit.order().accountId(), outcome.reference());
        } else if (request instanceof Request.Amend amend) {
            remember(amend.accountId(), amend.orderId());
        }
    }

    private void remember(int accountId, long orderId) {
        if (working.size() == MOST_REMEMBERED) {
            forget(chance.below(MOST_REMEMBERED));
        }
        working.add(new Request.Cancel(accountId, orderId));
    }

    private static boolean mayRest(OrderRequest order) {
        return order.timeInForce() == TimeInForce.GOOD_TIL_CANCELLED || order.timeInForce() == TimeInForce.DAY;
    }

    @Override
    public void onRestart() {}

    @Override
    public int mostUnanswered() {
        return MOST_UNANSWERED;
    }
}
