package org.calx.gateway.rpc;

import org.calx.gateway.auth.Identity;
import org.calx.gateway.session.Session;

/** One call of a method. */
public final class Call {
    private final Session session;
    private final Identity identity;
    private final Params params;
    private volatile Runnable afterAnswer = () -> {};

    /**
     * @param session who calls
     * @param identity in whose name, null for nobody; a private method has one
     * @param params with what
     */
    Call(Session session, Identity identity, Params params) {
        this.session = session;
        this.identity = identity;
        this.params = params;
    }

    public Session session() {
        return session;
    }

    public Identity identity() {
        return identity;
    }

    public Params params() {
        return params;
    }

    /** Sets what is to happen when the answer's turn to be written has come, before anyone can have read it. */
    void afterAnswer(Runnable task) {
        afterAnswer = task;
    }

    /** What is to happen when the answer's turn to be written has come, before anyone can have read it. */
    Runnable afterAnswer() {
        return afterAnswer;
    }
}
