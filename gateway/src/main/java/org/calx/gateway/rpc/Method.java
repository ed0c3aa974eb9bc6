package org.calx.gateway.rpc;

import java.util.concurrent.CompletionStage;
import tools.jackson.databind.JsonNode;

/**
 * A method of the API.
 *
 * @param name such as {@code public/ticker}
 * @param access who may call it
 * @param weight which bucket of the rate limits it draws on
 * @param summary one line for people
 * @param handler does it
 */
public record Method(String name, Access access, Weight weight, String summary, Handler handler) {

    /** Who may call a method. */
    public enum Access {
        /** Everybody. */
        PUBLIC,
        /** Everybody, over a WebSocket. */
        PUBLIC_WEBSOCKET,
        /** A key or token that may read. */
        READ,
        /** A key or token that may read, over a WebSocket. */
        READ_WEBSOCKET,
        /** A key or token that may trade. */
        TRADE;

        /** Whether the method needs a connection that stays. */
        public boolean webSocketOnly() {
            return this == PUBLIC_WEBSOCKET || this == READ_WEBSOCKET;
        }

        /** Whether the method needs a key or token. */
        public boolean isPrivate() {
            return this == READ || this == READ_WEBSOCKET || this == TRADE;
        }
    }

    /** Classes of requests, each with its own rate; cancellations have their own so that nothing starves them. */
    public enum Weight {
        QUERY,
        ORDER,
        CANCEL
    }

    /** Does a method. */
    @FunctionalInterface
    public interface Handler {

        /** Begins the call; the stage completes with the result or with an {@link RpcException}. */
        CompletionStage<? extends JsonNode> handle(Call call);
    }
}
