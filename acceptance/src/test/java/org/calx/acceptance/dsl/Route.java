package org.calx.acceptance.dsl;

/** The ways in which the acceptance tests reach the exchange. */
public enum Route {
    /** Commands and events of the exchange's own client. */
    IN_PROCESS,

    /** JSON-RPC over a WebSocket through the gateway. */
    WEB_SOCKET
}
