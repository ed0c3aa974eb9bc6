package org.calx.app;

import java.util.concurrent.CompletableFuture;
import org.calx.api.client.EventFeed;
import org.calx.cluster.NodeState;

/** What a demo runs on: an exchange with a gateway and the demo market, in one process or in several. */
interface DemoVenue extends AutoCloseable {
    /** Whether the market trades and the gateway has seen all that set it up. */
    boolean isReady();

    /** What ended a part by itself; not complete while all is well. */
    CompletableFuture<Throwable> failure();

    /** Where web page and API are. */
    String url();

    /** The events of this run, from its first. */
    EventFeed events();

    /** Ends the market and the gateways: after that nobody sends commands. */
    void endTrading();

    /** State of the exchange between two commands. */
    NodeState state();

    /** Ends everything. */
    @Override
    void close();
}
