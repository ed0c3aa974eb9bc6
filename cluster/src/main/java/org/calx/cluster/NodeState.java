package org.calx.cluster;

/**
 * A node's state at one moment.
 *
 * @param lastEventSequence number of the last event
 * @param stateDigest digest of the exchange's state
 * @param ignoredMessages messages of the log that were not well-formed commands, since the process started
 * @param invariantsChecked invariants that the exchange has checked after commands, since the process started
 * @param protocolVersion number of the venue's protocol version
 * @param retainedAfter the least event number after which a sender has all events kept, {@link Long#MAX_VALUE} for none
 */
public record NodeState(
        long lastEventSequence,
        long stateDigest,
        long ignoredMessages,
        long invariantsChecked,
        int protocolVersion,
        long retainedAfter) {}
