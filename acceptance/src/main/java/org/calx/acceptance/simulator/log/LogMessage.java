package org.calx.acceptance.simulator.log;

import java.util.List;

/** What members and senders tell each other. Names of the protocol's messages as in the Raft paper, in our words. */
public sealed interface LogMessage {

    /** A candidate asks for a vote. */
    record VoteRequest(long term, long lastIndex, long lastTerm) implements LogMessage {}

    /** The answer. */
    record VoteAnswer(long term, boolean granted, int voter) implements LogMessage {}

    /**
     * A leader's entries after {@code previousIndex}, none for a heartbeat.
     *
     * @param lastIndex the leader's last index
     * @param echo the life of the receiver that the leader last heard from
     */
    record Append(
            long term,
            long previousIndex,
            long previousTerm,
            List<LogEntry> entries,
            long commitIndex,
            long lastIndex,
            int echo)
            implements LogMessage {}

    /**
     * The answer.
     *
     * @param matches whether the log agrees up to {@code index}; if not, the leader goes on from there
     * @param life which life of the follower this is
     */
    record Appended(long term, boolean matches, long index, int life) implements LogMessage {}

    /** A sender's command for the log. */
    record Offer(byte[] payload) implements LogMessage {}

    /** Tells a sender who leads. */
    record Leads(long term, int memberId) implements LogMessage {}
}
