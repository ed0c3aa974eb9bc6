package org.calx.core.engine;

import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.core.snapshot.StateDigest;
import org.calx.model.OrderType;
import org.calx.model.VenueLimits;

/** The remembered client order ids of every account. */
final class ClientOrderIdTable {
    /** The order has no client order id, or one that is not remembered. */
    static final long NEW = 0;

    /** The client order id is remembered for an order with other contents. */
    static final long CONFLICT = -1;

    private final ClientOrderIds[] ofAccount;
    private final int window;
    private final StateDigest digest = new StateDigest();

    ClientOrderIdTable(VenueLimits limits) {
        window = limits.clientOrderIdWindow();
        ofAccount = new ClientOrderIds[limits.maxAccounts() + 1];
    }

    void open(int accountId) {
        ofAccount[accountId] = new ClientOrderIds(window);
    }

    /** The order that the same entry made before, {@link #NEW} or {@link #CONFLICT}. */
    long find(OrderEntry order) {
        if (hasNone(order)) {
            return NEW;
        }
        ClientOrderIds ids = ofAccount[order.accountId];
        int place = ids.find(order.clientOrderIdHigh, order.clientOrderIdLow);
        if (place == ClientOrderIds.NONE) {
            return NEW;
        }
        return ids.payload(place) == payload(order) ? ids.orderId(place) : CONFLICT;
    }

    /** Remembers the order that a new client order id made. */
    void remember(OrderEntry order, long orderId) {
        if (!hasNone(order)) {
            ofAccount[order.accountId].remember(
                    order.clientOrderIdHigh, order.clientOrderIdLow, payload(order), orderId);
        }
    }

    private static boolean hasNone(OrderEntry order) {
        return (order.clientOrderIdHigh | order.clientOrderIdLow) == 0;
    }

    private long payload(OrderEntry order) {
        digest.reset();
        digest.writeInt(order.instrumentId);
        digest.writeInt(order.side.ordinal());
        digest.writeInt(order.type.ordinal());
        digest.writeInt(order.timeInForce.ordinal());
        digest.writeInt(order.postOnly ? 1 : 0);
        digest.writeLong(order.type == OrderType.MARKET ? 0 : order.priceTicks);
        digest.writeLong(order.quantityLots);
        digest.writeLong(order.labelHigh);
        digest.writeLong(order.labelLow);
        return digest.value();
    }

    void writeTo(SnapshotWriter writer) {
        writer.section("clientOrderIds");
        for (ClientOrderIds ids : ofAccount) {
            if (ids != null) {
                ids.writeTo(writer);
            }
        }
    }

    /** Reads all ids; the accounts have been opened in it. */
    void readFrom(SnapshotReader reader) {
        reader.section("clientOrderIds");
        for (ClientOrderIds ids : ofAccount) {
            if (ids != null) {
                ids.readFrom(reader);
            }
        }
    }
}
