package org.calx.acceptance.simulator.judge;

import java.util.HashMap;
import java.util.Map;
import org.calx.acceptance.simulator.Defect;
import org.calx.acceptance.simulator.model.ModelFacts;
import org.calx.gateway.view.AccountView;
import org.calx.gateway.view.InstrumentView;
import org.calx.gateway.view.OrderView;
import org.calx.gateway.view.Views;
import org.calx.model.Currency;

/** Compares what a gateway shows at the end with the model. */
public final class ViewCheck {
    private ViewCheck() {}

    /** Compares every account's money, positions and orders. @throws Defect if something differs */
    public static void compare(Views views, ModelFacts facts) {
        require(views.isReady(), "a gateway's views have become ready");
        for (int accountId : facts.accountIds()) {
            AccountView account = views.accounts()
                    .find(accountId)
                    .orElseThrow(() -> new Defect("a gateway does not know account " + accountId));
            require(
                    account.balanceMicros(Currency.USD) == facts.balanceMicros(accountId, Currency.USD),
                    "a gateway shows the balance of account " + accountId);
            compareOrders(account, facts);
            for (InstrumentView instrument : views.listings().instruments()) {
                int instrumentId = instrument.spec.instrumentId();
                require(
                        account.position(instrument).lots() == facts.positionLots(accountId, instrumentId),
                        "a gateway shows the position of account " + accountId + " in instrument " + instrumentId);
            }
        }
    }

    private static void compareOrders(AccountView account, ModelFacts facts) {
        Map<Long, ModelFacts.Order> shown = new HashMap<>();
        for (OrderView order : account.openOrders()) {
            shown.put(
                    order.orderId,
                    new ModelFacts.Order(
                            order.orderId,
                            order.instrument.spec.instrumentId(),
                            order.side,
                            order.priceTicks(),
                            order.quantityLots(),
                            order.remainingLots()));
        }
        Map<Long, ModelFacts.Order> working = facts.orders(account.accountId);
        require(
                shown.equals(working),
                "a gateway shows the orders of account " + account.accountId + ": " + shown + ", not " + working);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new Defect("not so: " + what);
        }
    }
}
