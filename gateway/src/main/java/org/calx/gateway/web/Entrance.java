package org.calx.gateway.web;

import java.util.function.Supplier;
import org.calx.gateway.auth.Authenticator;
import org.calx.gateway.loop.ExchangeLoop;
import org.calx.gateway.rpc.Dispatcher;
import org.calx.gateway.rpc.ErrorCode;
import org.calx.gateway.rpc.RpcException;
import org.calx.gateway.session.Connection;
import org.calx.gateway.view.Views;

/**
 * What the routes lead to while the gateway is open. The web server's library remembers every server of the process, closed
 * ones too, so the routes hold nothing but this, and closing it lets go of the rest.
 */
public final class Entrance implements AutoCloseable {
    private volatile Inside inside;

    public Entrance(Inside inside) {
        this.inside = inside;
    }

    /** What is inside. @throws RpcException {@link ErrorCode#UNAVAILABLE} when the gateway is closed */
    public Inside inside() {
        Inside present = inside;
        if (present == null) {
            throw new RpcException(ErrorCode.UNAVAILABLE, "the gateway is closed");
        }
        return present;
    }

    @Override
    public void close() {
        inside = null;
    }

    /**
     * The parts of an open gateway that routes need.
     *
     * @param connections makes the listener of a new WebSocket
     */
    public record Inside(
            Dispatcher dispatcher,
            Authenticator authenticator,
            ExchangeLoop loop,
            Views views,
            Supplier<Connection> connections) {

        /** Whether the views are whole and follow the exchange. */
        public boolean isReady() {
            return loop.isRunning() && views.isReady();
        }
    }
}
