package org.calx.acceptance.simulator.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.calx.api.event.ExchangeEvent;
import org.calx.margin.CreditSpreads;
import org.calx.model.CommoditySpreads;
import org.calx.model.VenueLimits;

/** Everything that the venue consists of, and what is said while a command changes it. */
final class ModelState {
    final Map<Integer, ModelSender> senders = new TreeMap<>();
    final Map<Integer, ModelMarket> markets = new TreeMap<>();
    final Map<Integer, ModelProduct> products = new TreeMap<>();
    final Map<Integer, ModelInstrument> instruments = new TreeMap<>();
    final Map<Integer, ModelAccount> accounts = new TreeMap<>();
    final ModelMoney money = new ModelMoney();
    final List<ExchangeEvent> said = new ArrayList<>();
    VenueLimits limits;
    long nowNs = Long.MIN_VALUE;
    long lastTradeId;
    int workingOrders;
    CreditSpreads credits = CreditSpreads.NONE;

    /** Replaces the spreads between products, or makes the same ones ready for other charges. */
    void setSpreads(CommoditySpreads spreads) {
        credits = new CreditSpreads(spreads, id -> products.get(id).spreadCharges());
    }

    void say(ExchangeEvent event) {
        if (event != null) {
            said.add(event);
        }
    }

    void forget(ModelOrder order) {
        accounts.get(order.accountId).orders.remove(order);
        workingOrders--;
    }
}
