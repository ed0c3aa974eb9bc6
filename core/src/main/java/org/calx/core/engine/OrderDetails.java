package org.calx.core.engine;

import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.OrderType;
import org.calx.model.TimeInForce;

/** What the engine knows about a live order beyond the book: columns by the order's slot. */
final class OrderDetails {
    private static final int STRIDE_BITS = 3;
    private static final int CLIENT_HIGH = 0;
    private static final int CLIENT_LOW = 1;
    private static final int LABEL_HIGH = 2;
    private static final int LABEL_LOW = 3;
    private static final int ENTERED_NS = 4;
    private static final int TERMS = 5;
    private static final int SESSION_ID = 6;
    private static final int LINKED_ORDER_ID = 7;

    private static final int POST_ONLY = 1;
    private static final int MARKET = 2;
    private static final int TIME_IN_FORCE_SHIFT = 2;

    private final long[] fields;

    OrderDetails(int capacity) {
        fields = new long[capacity << STRIDE_BITS];
    }

    void set(int slot, OrderEntry order, long enteredNs) {
        int at = slot << STRIDE_BITS;
        fields[at + CLIENT_HIGH] = order.clientOrderIdHigh;
        fields[at + CLIENT_LOW] = order.clientOrderIdLow;
        fields[at + LABEL_HIGH] = order.labelHigh;
        fields[at + LABEL_LOW] = order.labelLow;
        fields[at + ENTERED_NS] = enteredNs;
        fields[at + TERMS] = (long) order.timeInForce.ordinal() << TIME_IN_FORCE_SHIFT
                | (order.type == OrderType.MARKET ? MARKET : 0)
                | (order.postOnly ? POST_ONLY : 0);
        fields[at + SESSION_ID] = order.sessionId;
        fields[at + LINKED_ORDER_ID] = 0;
    }

    long clientOrderIdHigh(int slot) {
        return fields[(slot << STRIDE_BITS) + CLIENT_HIGH];
    }

    long clientOrderIdLow(int slot) {
        return fields[(slot << STRIDE_BITS) + CLIENT_LOW];
    }

    long labelHigh(int slot) {
        return fields[(slot << STRIDE_BITS) + LABEL_HIGH];
    }

    long labelLow(int slot) {
        return fields[(slot << STRIDE_BITS) + LABEL_LOW];
    }

    /** Log time at which the order was accepted. */
    long enteredNs(int slot) {
        return fields[(slot << STRIDE_BITS) + ENTERED_NS];
    }

    TimeInForce timeInForce(int slot) {
        return TimeInForce.of((int) fields[(slot << STRIDE_BITS) + TERMS] >>> TIME_IN_FORCE_SHIFT);
    }

    boolean isPostOnly(int slot) {
        return (fields[(slot << STRIDE_BITS) + TERMS] & POST_ONLY) != 0;
    }

    /** The session that the order was entered in, 0 for none. */
    long sessionId(int slot) {
        return fields[(slot << STRIDE_BITS) + SESSION_ID];
    }

    /** The order of which one cancels the other, 0 for none. */
    long linkedOrderId(int slot) {
        return fields[(slot << STRIDE_BITS) + LINKED_ORDER_ID];
    }

    void setLinkedOrderId(int slot, long orderId) {
        fields[(slot << STRIDE_BITS) + LINKED_ORDER_ID] = orderId;
    }

    /** Writes all but the time of entry. */
    void writeTo(SnapshotWriter writer, int slot) {
        int at = slot << STRIDE_BITS;
        writer.writeLong(fields[at + CLIENT_HIGH]);
        writer.writeLong(fields[at + CLIENT_LOW]);
        writer.writeLong(fields[at + LABEL_HIGH]);
        writer.writeLong(fields[at + LABEL_LOW]);
        writer.writeLong(fields[at + TERMS]);
        writer.writeLong(fields[at + SESSION_ID]);
        writer.writeLong(fields[at + LINKED_ORDER_ID]);
    }

    void readFrom(SnapshotReader reader, int slot, long enteredNs) {
        int at = slot << STRIDE_BITS;
        fields[at + CLIENT_HIGH] = reader.readLong();
        fields[at + CLIENT_LOW] = reader.readLong();
        fields[at + LABEL_HIGH] = reader.readLong();
        fields[at + LABEL_LOW] = reader.readLong();
        fields[at + TERMS] = reader.readLong();
        fields[at + SESSION_ID] = reader.readLong();
        fields[at + LINKED_ORDER_ID] = reader.readLong();
        fields[at + ENTERED_NS] = enteredNs;
    }
}
