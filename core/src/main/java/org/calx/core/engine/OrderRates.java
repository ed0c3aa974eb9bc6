package org.calx.core.engine;

import org.calx.core.reference.Accounts;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.RejectReason;

/**
 * How many orders and amendments an account may send in a second of log time. An account's orders are spaced on a line of its
 * own, one at every fraction of a second that its limit gives; what falls further than a second ahead of now is refused. What
 * was refused for another reason, and cancellations, take no place.
 */
final class OrderRates {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int END = 0;

    private final Accounts accounts;
    private final long[] nextNs;

    OrderRates(Accounts accounts, int maxAccounts) {
        this.accounts = accounts;
        nextNs = new long[maxAccounts + 1];
    }

    /** Takes a place for an order, or refuses it. */
    RejectReason take(int accountId, long nowNs) {
        int perSecond = accounts.risk(accountId).ordersPerSecond();
        if (perSecond == 0) {
            return RejectReason.NONE;
        }
        long after = Math.max(nextNs[accountId], nowNs) + SECOND_NS / perSecond;
        if (after - nowNs > SECOND_NS) {
            return RejectReason.ORDER_RATE;
        }
        nextNs[accountId] = after;
        return RejectReason.NONE;
    }

    void writeTo(SnapshotWriter writer) {
        writer.section("order rates");
        for (int id = 1; id < nextNs.length; id++) {
            if (nextNs[id] != 0) {
                writer.writeInt(id);
                writer.writeLong(nextNs[id]);
            }
        }
        writer.writeInt(END);
    }

    void readFrom(SnapshotReader reader) {
        reader.section("order rates");
        for (int id = reader.readInt(); id != END; id = reader.readInt()) {
            nextNs[id] = reader.readLong();
        }
    }
}
