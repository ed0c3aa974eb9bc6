package org.calx.acceptance.simulator.member;

import org.agrona.DirectBuffer;
import org.calx.acceptance.simulator.log.LogEntry;
import org.calx.cluster.ReplicatedExchange;

/** Who sees everything that members do, in every life of theirs. */
public interface Observer {
    /** A member comes to an entry that counts. */
    void beforeEntry(int memberId, long index, LogEntry entry);

    /** A member makes events of that entry. */
    void onBatch(int memberId, DirectBuffer buffer, int length);

    /** A member has carried the entry out. */
    void afterEntry(int memberId, long index, ReplicatedExchange exchange);

    /** A member has written a snapshot that stands at an entry, or has read one. */
    void onSnapshot(int memberId, long index, ReplicatedExchange exchange);
}
