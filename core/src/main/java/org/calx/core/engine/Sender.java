package org.calx.core.engine;

import org.calx.model.SenderRole;

/**
 * A registered sender of commands.
 *
 * @param senderId its id
 * @param role what it may do
 * @param accountId the one account a participant acts for, else 0
 * @param window its last commands
 */
record Sender(int senderId, SenderRole role, int accountId, CommandWindow window) {

    /** Whether it may send orders for this account. */
    boolean actsFor(int account) {
        return role != SenderRole.PARTICIPANT || accountId == account;
    }

    boolean isOperator() {
        return role == SenderRole.OPERATOR;
    }
}
