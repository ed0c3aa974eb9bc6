package org.calx.gateway.session;

import org.calx.gateway.auth.Identity;
import org.calx.gateway.channel.Subscriber;
import org.calx.gateway.guard.ConnectionGuards;

/** Who is at the other end: one WebSocket, or one HTTP request. */
public final class Session {
    private final String address;
    private final Subscriber connection;
    private final ConnectionGuards guards = new ConnectionGuards();
    private volatile Identity identity;

    /**
     * @param address network address of the other end
     * @param connection the WebSocket, null for an HTTP request
     */
    public Session(String address, Subscriber connection) {
        this.address = address;
        this.connection = connection;
    }

    /** In whose name it calls, null for nobody. */
    public Identity identity() {
        return identity;
    }

    /** Signs in, or out with null. */
    public void signIn(Identity newIdentity) {
        identity = newIdentity;
    }

    /** The WebSocket, null for an HTTP request. */
    public Subscriber connection() {
        return connection;
    }

    /** What guards its orders. */
    public ConnectionGuards guards() {
        return guards;
    }

    /** Whose rate limits its requests count against. */
    public String limitKey() {
        Identity who = identity;
        return who == null ? "address " + address : "key " + who.keyId();
    }
}
