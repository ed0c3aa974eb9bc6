package org.calx.core.engine;

import org.calx.model.PublicKey;
import org.calx.model.SenderRole;

/**
 * A registered sender of commands.
 *
 * @param senderId its id
 * @param role what it may do
 * @param accountId the one account a participant acts for, else 0
 * @param window its last commands
 * @param key what it signs with, {@link PublicKey#NONE} for nothing
 */
record Sender(int senderId, SenderRole role, int accountId, CommandWindow window, PublicKey key) {

    /** Whether it may send orders for this account. */
    boolean actsFor(int account) {
        return role == SenderRole.OPERATOR
                || role == SenderRole.GATEWAY
                || role == SenderRole.PARTICIPANT && accountId == account;
    }

    /** Whether it may cancel this account's orders. */
    boolean mayCancelFor(int account) {
        return actsFor(account) || role == SenderRole.EMERGENCY;
    }

    boolean isOperator() {
        return role == SenderRole.OPERATOR;
    }

    boolean hasKey() {
        return !key.equals(PublicKey.NONE);
    }
}
