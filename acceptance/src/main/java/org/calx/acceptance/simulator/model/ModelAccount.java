package org.calx.acceptance.simulator.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.calx.api.client.OrderRequest;
import org.calx.model.AccountRisk;
import org.calx.model.Rating;

/** An account: its working orders from the oldest on, and the client order ids that it has used last. */
final class ModelAccount {
    /** The order that a client order id has made. */
    record Used(OrderRequest order, long orderId) {}

    final int accountId;
    Rating rating = Rating.A;
    final List<ModelOrder> orders = new ArrayList<>();
    final LinkedHashMap<String, Used> clientOrderIds = new LinkedHashMap<>();

    ModelAccount(int accountId) {
        this.accountId = accountId;
    }

    /** Its rating, and no limits of its own. */
    AccountRisk risk() {
        return AccountRisk.defaults(accountId).withRating(rating);
    }

    /** The account's working order with this id, or null. */
    ModelOrder find(long orderId) {
        for (ModelOrder order : orders) {
            if (order.orderId == orderId) {
                return order;
            }
        }
        return null;
    }
}
