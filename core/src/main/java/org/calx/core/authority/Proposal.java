package org.calx.core.authority;

import org.calx.model.OperatorCommand;

/**
 * A command that one operator has ordered and that waits for another.
 *
 * @param proposalId from 1, never used again
 * @param command what was ordered
 * @param proposerSenderId who ordered it
 * @param expiresNs log time from which it is forgotten
 */
public record Proposal(long proposalId, OperatorCommand command, int proposerSenderId, long expiresNs) {}
