package org.calx.acceptance.simulator.log;

/**
 * An entry of the replicated log.
 *
 * @param term the term of the leader that took it
 * @param timestampNs that leader's clock
 * @param payload the message, never changed; empty for the entry with which a leader begins
 */
public record LogEntry(long term, long timestampNs, byte[] payload) {}
