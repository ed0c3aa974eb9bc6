package org.calx.acceptance.gateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A WebSocket client that keeps every message in the order in which it came. */
final class TestClient implements AutoCloseable {
    private static final long DEADLINE_SECONDS = 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final LinkedBlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final Deque<JsonNode> unread = new ArrayDeque<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private long lastId;

    TestClient(GatewayVenue venue) {
        this(venue.url());
    }

    TestClient(String url) {
        URI address = URI.create(url.replace("http", "ws") + "/ws/api/v2");
        socket = http.newWebSocketBuilder().buildAsync(address, new Listener()).join();
    }

    /** Sends a text as it is. */
    void send(String text) {
        socket.sendText(text, true).join();
    }

    /** Sends a part of a message. */
    void sendPart(String text, boolean last) {
        socket.sendText(text, last).join();
    }

    /** Calls a method with parameters as JSON. @return the whole answer */
    JsonNode call(String method, String params) {
        long id = ++lastId;
        send("{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(id, method, params));
        return await(message -> message.path("id").asLong(-1) == id);
    }

    /** Calls a method that must succeed. @return its result */
    JsonNode result(String method, String params) {
        JsonNode answer = call(method, params);
        if (!answer.has("result")) {
            throw new AssertionError(method + " failed: " + answer);
        }
        return answer.get("result");
    }

    /** Calls a method that must fail. @return its error */
    JsonNode error(String method, String params) {
        JsonNode answer = call(method, params);
        if (!answer.has("error")) {
            throw new AssertionError(method + " did not fail: " + answer);
        }
        return answer.get("error");
    }

    /** Signs in with a key. */
    TestClient signIn(String key, String secret) {
        result(
                "public/auth",
                "{\"grant_type\":\"client_credentials\",\"client_id\":\"%s\",\"client_secret\":\"%s\"}"
                        .formatted(key, secret));
        return this;
    }

    /** The data of the next notification of a channel. */
    JsonNode next(String channel) {
        return await(message ->
                        message.path("params").path("channel").asString("").equals(channel))
                .get("params")
                .get("data");
    }

    /** The next message that is wanted; others keep their order. */
    JsonNode await(Predicate<JsonNode> wanted) {
        Deque<JsonNode> passed = new ArrayDeque<>();
        try {
            while (true) {
                JsonNode message = unread.isEmpty() ? receive() : unread.removeFirst();
                if (wanted.test(message)) {
                    return message;
                }
                passed.addLast(message);
            }
        } finally {
            while (!passed.isEmpty()) {
                unread.addFirst(passed.removeLast());
            }
        }
    }

    private JsonNode receive() {
        try {
            JsonNode message = received.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("no message within " + DEADLINE_SECONDS + " s; unread " + unread);
            }
            return message;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether a message of a channel has come that nobody has asked for yet. */
    boolean hasUnread(String channel) {
        received.drainTo(unread);
        return unread.stream()
                .anyMatch(message ->
                        message.path("params").path("channel").asString("").equals(channel));
    }

    /** Closes the connection as a client that wants to. */
    void endInOrder() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    /** The code with which the gateway has closed the connection; -1 if it was cut. */
    int closeCode() {
        return closed.orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                received.add(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            closed.complete(statusCode);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            closed.complete(-1);
        }
    }
}
