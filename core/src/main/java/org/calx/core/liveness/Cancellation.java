package org.calx.core.liveness;

import org.calx.model.CancelReason;

/**
 * Orders that are to be cancelled, in as many steps as they need.
 *
 * @param accountId whose
 * @param sessionId entered in which session, {@link #ANY_SESSION} for all
 * @param lastSequence order sequence of the newest of them; what the account enters later is spared
 * @param reason why
 */
public record Cancellation(int accountId, long sessionId, long lastSequence, CancelReason reason) {
    /** All of the account's orders. */
    public static final long ANY_SESSION = 0;
}
