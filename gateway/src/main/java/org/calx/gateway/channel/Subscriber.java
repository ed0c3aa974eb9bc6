package org.calx.gateway.channel;

/** A connection that channels are sent to. */
public interface Subscriber {

    /** Queues a message; a connection that cannot take it is closed. Never blocks. */
    void send(String text);

    /** Asks for heartbeats so often, or for none with 0. */
    void setHeartbeat(int seconds);

    /** From now on pings it when it is silent, and closes it when it does not answer. */
    void watch();

    /** Closes the connection when what is queued has been written. */
    void close(String reason);

    /** Whether it may still be sent to. */
    boolean isOpen();
}
