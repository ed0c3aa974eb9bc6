package org.calx.core.engine;

import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
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

    /**
     * Digest of what the order asks for. Each field is multiplied by an odd number of its own, so that no multiplication
     * waits for another; it tells a client's mistakes and does not resist an adversary, who could fool only himself.
     */
    private static long payload(OrderEntry order) {
        long terms = (long) order.instrumentId << 8
                | order.side.ordinal() << 6
                | order.type.ordinal() << 4
                | order.timeInForce.ordinal() << 1
                | (order.postOnly ? 1 : 0);
        long price = order.type == OrderType.MARKET ? 0 : order.priceTicks;
        long sum = terms * 0x9E3779B185EBCA87L
                + Long.rotateLeft(price * 0xC2B2AE3D27D4EB4FL, 31)
                + Long.rotateLeft(order.quantityLots * 0x165667B19E3779F9L, 17)
                + Long.rotateLeft(order.labelHigh * 0x85EBCA77C2B2AE63L, 47)
                + Long.rotateLeft(order.labelLow * 0x27D4EB2F165667C5L, 7);
        return (sum ^ sum >>> 32) * 0xC2B2AE3D27D4EB4FL;
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
