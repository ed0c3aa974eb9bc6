package org.calx.gateway.session;

import io.helidon.common.buffers.BufferData;
import io.helidon.websocket.WsCloseCodes;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.calx.gateway.channel.Subscriber;
import org.calx.gateway.guard.Guards;
import org.calx.gateway.rpc.Dispatcher;
import org.calx.gateway.rpc.ErrorCode;
import org.calx.gateway.rpc.RpcException;
import org.calx.model.SessionEnd;

/**
 * One WebSocket. Requests begin in the order they come and are answered as they are done; a client tells answers by their
 * id.
 */
public final class Connection implements WsListener, Subscriber {
    private static final System.Logger LOG = System.getLogger(Connection.class.getName());

    private final Dispatcher dispatcher;
    private final GatewayLimits limits;
    private final ConnectionCount count;
    private final Guards guards;
    private final Consumer<Connection> onEnd;
    private final AtomicInteger unanswered = new AtomicInteger();
    private final StringBuilder partial = new StringBuilder();
    private Session session;
    private volatile Outbound outbound;

    /** @param onEnd told once when the connection is over, on any thread */
    public Connection(
            Dispatcher dispatcher,
            GatewayLimits limits,
            ConnectionCount count,
            Guards guards,
            Consumer<Connection> onEnd) {
        this.dispatcher = dispatcher;
        this.limits = limits;
        this.count = count;
        this.guards = guards;
        this.onEnd = onEnd;
    }

    @Override
    public void onOpen(WsSession socket) {
        if (!count.enter(limits.maxConnections())) {
            socket.close(WsCloseCodes.TRY_AGAIN_LATER, "too many connections");
            Thread.currentThread().interrupt();
            onEnd.accept(this);
            return;
        }
        String address = socket.socketContext().remotePeer().host();
        session = new Session(address, this);
        outbound = new Outbound(socket, limits, Thread.currentThread(), this::ended);
        outbound.start();
    }

    private void ended() {
        endGuards(SessionEnd.DROPPED);
        count.leave();
        onEnd.accept(this);
    }

    @Override
    public void onMessage(WsSession socket, String text, boolean last) {
        if (outbound == null || outbound.isClosing()) {
            return;
        }
        outbound.heard();
        if (partial.length() + text.length() > limits.maxMessageBytes()) {
            refuse(ErrorCode.MESSAGE_TOO_LONG, "longer than " + limits.maxMessageBytes() + " characters");
            outbound.close(WsCloseCodes.TOO_BIG, "message too long");
            return;
        }
        if (!last || !partial.isEmpty()) {
            partial.append(text);
        }
        if (last) {
            String message = partial.isEmpty() ? text : partial.toString();
            partial.setLength(0);
            handle(message);
        }
    }

    private void handle(String message) {
        if (unanswered.incrementAndGet() > limits.maxUnanswered()) {
            unanswered.decrementAndGet();
            refuse(ErrorCode.QUEUE_FULL, "at most " + limits.maxUnanswered() + " requests without an answer");
            return;
        }
        dispatcher.handle(session, message).whenComplete((answer, failure) -> {
            unanswered.decrementAndGet();
            if (failure == null) {
                outbound.send(answer.json(), answer.then());
            } else {
                LOG.log(System.Logger.Level.ERROR, "a request was not answered", failure);
            }
        });
    }

    private void refuse(ErrorCode error, String reason) {
        outbound.send(Dispatcher.error(new RpcException(error, reason)), () -> {});
    }

    @Override
    public void onMessage(WsSession socket, BufferData buffer, boolean last) {
        if (outbound != null) {
            outbound.close(WsCloseCodes.CANNOT_ACCEPT, "text only");
        }
    }

    @Override
    public void onPing(WsSession socket, BufferData buffer) {
        if (outbound != null) {
            outbound.heard();
            outbound.pong(buffer.readBytes());
        }
    }

    @Override
    public void onPong(WsSession socket, BufferData buffer) {
        if (outbound != null) {
            outbound.heard();
        }
    }

    @Override
    public void onClose(WsSession socket, int status, String reason) {
        if (outbound != null) {
            endGuards(isInOrder(status) ? SessionEnd.CLOSED : SessionEnd.DROPPED);
            outbound.stop();
        }
    }

    /** Whether the client has ended the connection because it wanted to. */
    private static boolean isInOrder(int status) {
        return status == WsCloseCodes.NORMAL_CLOSE || status == WsCloseCodes.GOING_AWAY;
    }

    /** The first report of the end counts. */
    private void endGuards(SessionEnd how) {
        guards.end(session.guards(), how);
    }

    @Override
    public void onError(WsSession socket, Throwable failure) {
        LOG.log(System.Logger.Level.WARNING, "a connection failed", failure);
        if (outbound != null) {
            outbound.stop();
        }
    }

    @Override
    public void send(String text) {
        outbound.send(text);
    }

    @Override
    public void setHeartbeat(int seconds) {
        outbound.setHeartbeat(seconds);
    }

    @Override
    public void watch() {
        outbound.watch();
    }

    @Override
    public void close(String reason) {
        outbound.close(WsCloseCodes.NORMAL_CLOSE, reason);
    }

    @Override
    public boolean isOpen() {
        return !outbound.isClosing();
    }

    /** Closes the connection because the gateway ends. */
    public void goAway() {
        if (outbound != null) {
            endGuards(SessionEnd.GATEWAY_STOPPED);
            outbound.close(WsCloseCodes.GOING_AWAY, "the gateway stops");
        }
    }

    /** Waits until the other end has been told so, for a bounded time. */
    public void awaitGone() {
        if (outbound != null) {
            outbound.awaitWritten();
        }
    }
}
