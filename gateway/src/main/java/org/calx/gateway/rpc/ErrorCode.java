package org.calx.gateway.rpc;

/**
 * Errors of the edge: what a request can be refused for before the exchange sees it. Numbers and names are Deribit's where
 * Deribit has the same error. What the exchange refuses is in {@link RejectCode}.
 */
public enum ErrorCode {
    PARSE_ERROR(-32700, "parse_error", "The message is not JSON, or nests or counts deeper than allowed."),
    INVALID_REQUEST(-32600, "invalid_request", "The message is not a JSON-RPC 2.0 request; batches are not taken."),
    METHOD_NOT_FOUND(-32601, "method_not_found", "There is no such method."),
    INVALID_PARAMS(-32602, "invalid_params", "A parameter is missing or not understood."),
    MESSAGE_TOO_LONG(20_100, "message_too_long", "The message is longer than 64 KiB; a WebSocket is closed after it."),
    AUTHORIZATION_REQUIRED(10_000, "authorization_required", "A private method needs a key or a token."),
    INVALID_CREDENTIALS(13_004, "invalid_credentials", "The key is unknown or the secret or signature is wrong."),
    UNAUTHORIZED(13_009, "unauthorized", "The token is unknown or has expired."),
    FORBIDDEN(13_021, "forbidden", "The key or token lacks the scope that the method needs."),
    TOO_MANY_REQUESTS(10_028, "too_many_requests", "The rate of requests is above its limit."),
    QUEUE_FULL(10_047, "matching_engine_queue_full", "Too many requests of this connection or gateway are unanswered."),
    BUSY(10_040, "retry", "The gateway cannot take the request now."),
    UNAVAILABLE(11_051, "system_maintenance", "The gateway has no complete view of the exchange."),
    TIMEOUT(
            20_101,
            "timeout",
            "No answer in time; a command may still take effect: look at the orders, or send it again with its `client_order_id`."),
    INTERNAL_ERROR(11_094, "internal_server_error", "The gateway failed."),
    WEBSOCKET_ONLY(10_030, "must_be_websocket_request", "The method needs a WebSocket."),
    NOT_FOUND(13_020, "not_found", "There is no such instrument, index or account."),
    NOT_IMPLEMENTED(10_033, "not_implemented", "The parameter or its value is known but not offered."),

    AMOUNT_NOT_WHOLE(10_027, "non_integer_contract_amount", "The amount must be a whole number of lots."),
    INVALID_AMOUNT(10_021, "invalid_amount", "The amount is not a decimal, or out of range."),
    INVALID_PRICE(10_023, "invalid_price", "The price is not a decimal, or out of range."),
    WRONG_TICK(10_043, "price_wrong_tick", "The price is not a multiple of the tick."),
    NOT_OPEN_ORDER(11_044, "not_open_order", "The order is filled or cancelled."),
    ORDER_NOT_FOUND(10_004, "order_not_found", "The account has no such order."),
    TOO_MANY_SUBSCRIPTIONS(20_102, "too_many_subscriptions", "The connection has as many channels as it is allowed.");

    private final int code;
    private final String symbol;
    private final String meaning;

    ErrorCode(int code, String symbol, String meaning) {
        this.code = code;
        this.symbol = symbol;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    /** Its name on the wire. */
    public String symbol() {
        return symbol;
    }

    /** One sentence for people. */
    public String meaning() {
        return meaning;
    }
}
