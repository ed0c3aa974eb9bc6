package org.calx.gateway.guard;

import org.calx.gateway.channel.Subscriber;

/** The exchange's session of one connection and account: orders entered in it are cancelled when the connection is gone. */
public final class Guard {
    private static final int UNKNOWN = 0;

    final int accountId;
    final long number;
    final Subscriber connection;
    volatile boolean isEnding;
    private volatile long sessionId = UNKNOWN;

    Guard(int accountId, long number, Subscriber connection) {
        this.accountId = accountId;
        this.number = number;
        this.connection = connection;
    }

    void setSessionId(long id) {
        sessionId = id;
    }

    /** The exchange's id of the session, with which a client goes on elsewhere; 0 until the exchange has told it. */
    public long sessionId() {
        return sessionId;
    }
}
