package org.calx.acceptance.dsl;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON-RPC 2.0 over one WebSocket of the JDK's client: one call at a time, each waited for. */
final class JsonRpc implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long DEADLINE_SECONDS = 20;

    private final Map<Long, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;

    JsonRpc(URI address) {
        socket = http.newWebSocketBuilder().buildAsync(address, new Listener()).join();
    }

    /** Calls a method. @return the whole answer, with {@code result} or {@code error} */
    JsonNode call(String method, Map<String, Object> parameters) {
        long id = lastId.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        calls.put(id, answer);
        Map<String, Object> request = Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", parameters);
        socket.sendText(JSON.writeValueAsString(request), true).join();
        return answer.orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Calls a method that must succeed. @return its result */
    JsonNode result(String method, Map<String, Object> parameters) {
        JsonNode answer = call(method, parameters);
        if (!answer.has("result")) {
            throw new AssertionError(method + " failed: " + answer);
        }
        return answer.get("result");
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
                JsonNode message = JSON.readTree(text.toString());
                text.setLength(0);
                CompletableFuture<JsonNode> call =
                        calls.remove(message.path("id").asLong(-1));
                if (call != null) {
                    call.complete(message);
                }
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            calls.values().forEach(call -> call.completeExceptionally(error));
        }
    }
}
