package org.calx.acceptance.simulator.log;

/**
 * An entry of the replicated log.
 *
 * @param term the term of the leader that took it
 * @param timestampNs that leader's clock
 * @param payload the message, never changed; empty for the entry with which a leader begins, one byte for the log's timer
 */
public record LogEntry(long term, long timestampNs, byte[] payload) {

    /** Whether a leader begins with it. */
    public boolean isNewLeader() {
        return payload.length == 0;
    }

    /** Whether the log's timer fires with it. */
    public boolean isTimer() {
        return payload.length == 1;
    }
}
