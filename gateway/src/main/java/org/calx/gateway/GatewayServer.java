package org.calx.gateway;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.websocket.WsConfig;
import io.helidon.webserver.websocket.WsRouting;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.calx.api.client.ExchangeClient;
import org.calx.gateway.auth.Authenticator;
import org.calx.gateway.channel.ChannelHub;
import org.calx.gateway.guard.Guards;
import org.calx.gateway.guard.SessionCounts;
import org.calx.gateway.loop.ExchangeLoop;
import org.calx.gateway.rpc.Dispatcher;
import org.calx.gateway.rpc.RpcContext;
import org.calx.gateway.session.Connection;
import org.calx.gateway.session.ConnectionCount;
import org.calx.gateway.session.GatewayLimits;
import org.calx.gateway.session.RateLimiter;
import org.calx.gateway.view.Views;
import org.calx.gateway.web.Entrance;
import org.calx.gateway.web.Health;
import org.calx.gateway.web.HttpRpc;
import org.calx.gateway.web.Terminal;

/**
 * A running gateway. It polls the client that it is given on its own thread: nobody else may poll it. It does not close the
 * client.
 */
public final class GatewayServer implements AutoCloseable {
    private static final int FRAME_ALLOWANCE = 4;
    private static final Duration IDLE_CONNECTION = Duration.ofDays(1);

    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final ConnectionCount count = new ConnectionCount();
    private final ExchangeLoop loop;
    private final ChannelHub hub;
    private final Guards guards;
    private final Entrance entrance;
    private final WebServer server;

    private GatewayServer(GatewayConfig config, ExchangeClient client) {
        GatewayLimits limits = config.limits();
        Views views = new Views();
        loop = new ExchangeLoop(client);
        hub = new ChannelHub(views, config.notes(), System::nanoTime, limits.maxSubscriptions());
        views.setListener(hub);
        views.setImageRequest(() -> loop.post(client::requestImage));
        client.addReader(views);
        guards = new Guards(client, config.clock().instant().getEpochSecond(), System::nanoTime);
        client.addReader(guards);
        Authenticator authenticator = new Authenticator(
                views.keys(),
                config.keys(),
                config.clock(),
                limits.tokenLifetime().toMillis());
        RpcContext context = new RpcContext(loop, client, views, hub, guards, authenticator, config.notes());
        RateLimiter rates = new RateLimiter(limits, System::nanoTime);
        Dispatcher dispatcher = new Dispatcher(Dispatcher.methods(context), context, rates, limits);
        entrance = new Entrance(
                new Entrance.Inside(dispatcher, authenticator, loop, views, () -> connect(dispatcher, limits)));
        server = webServer(config, entrance);
    }

    private static WebServer webServer(GatewayConfig config, Entrance entrance) {
        int maxMessage = config.limits().maxMessageBytes();
        HttpRouting.Builder http = HttpRouting.builder()
                .register("/api/v2", new HttpRpc(entrance, maxMessage))
                .register("/", new Health(entrance));
        Terminal.route(http, config.terminalFolder());
        return WebServer.builder()
                .host(config.host())
                .port(config.port())
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ofMillis(500))
                .idleConnectionTimeout(IDLE_CONNECTION)
                .addProtocol(WsConfig.builder()
                        .maxFrameLength(maxMessage * FRAME_ALLOWANCE)
                        .build())
                .routing(http)
                .addRouting(WsRouting.builder().endpoint("/ws/api/v2", () -> entrance.inside()
                        .connections()
                        .get()))
                .build();
    }

    private Connection connect(Dispatcher dispatcher, GatewayLimits limits) {
        Connection connection = new Connection(dispatcher, limits, count, guards, this::forget);
        connections.add(connection);
        return connection;
    }

    private void forget(Connection connection) {
        connections.remove(connection);
        loop.post(() -> hub.unsubscribeAll(connection));
    }

    /** Starts a gateway over a client that nobody has polled yet. */
    public static GatewayServer start(GatewayConfig config, ExchangeClient client) {
        GatewayServer gateway = new GatewayServer(config, client);
        gateway.loop.start(gateway::tick);
        gateway.server.start();
        return gateway;
    }

    private void tick() {
        hub.tick();
        guards.tick();
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    /** Whether it works; one that has stopped by itself must be closed, and a new one started. */
    public boolean isRunning() {
        return loop.isRunning();
    }

    /** Whether its views are whole and follow the exchange. */
    public boolean isReady() {
        return entrance.inside().isReady();
    }

    /** How many sessions it holds, and what became of those that it held. */
    public SessionCounts sessions() {
        return guards.counts();
    }

    /** How many WebSockets are open. */
    public int openConnections() {
        return count.open();
    }

    @Override
    public void close() {
        connections.forEach(Connection::goAway);
        guards.sendEndings();
        connections.forEach(Connection::awaitGone);
        server.stop();
        loop.close();
        entrance.close();
    }
}
