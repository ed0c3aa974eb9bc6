package org.calx.gateway.rpc;

import org.calx.gateway.json.Json;
import org.calx.model.RejectReason;
import tools.jackson.databind.node.ObjectNode;

/** The error that a request is answered with. */
public final class RpcException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String symbol;
    private final transient ObjectNode data;

    /** An error of the edge, with what exactly is wrong. */
    public RpcException(ErrorCode error, String reason) {
        this(error.code(), error.symbol(), Json.object().put("reason", reason));
    }

    private RpcException(int code, String symbol, ObjectNode data) {
        super(symbol + " " + data, null, false, false);
        this.code = code;
        this.symbol = symbol;
        this.data = data;
    }

    /** An error of the edge about one parameter. */
    public static RpcException ofParam(ErrorCode error, String param, String reason) {
        ObjectNode data = Json.object().put("param", param).put("reason", reason);
        return new RpcException(error.code(), error.symbol(), data);
    }

    /** A parameter that is missing or not understood. */
    public static RpcException invalid(String param, String reason) {
        return ofParam(ErrorCode.INVALID_PARAMS, param, reason);
    }

    /** A refusal of the exchange. */
    public static RpcException refused(RejectReason reason) {
        RejectCode reject = RejectCode.of(reason);
        ObjectNode data = Json.object().put("reason", reason.name()).put("text", reason.text());
        return new RpcException(reject.code(), reject.symbol(), data);
    }

    /** A refusal of an order, with what it would have needed. */
    static RpcException refused(RejectReason reason, ObjectNode detail) {
        RpcException plain = refused(reason);
        plain.data.setAll(detail);
        return plain;
    }

    /** What the exchange would refuse for the same reason, with what exactly is wrong. */
    static RpcException known(ErrorCode error, String param, RejectReason reason, String text) {
        ObjectNode data =
                Json.object().put("param", param).put("reason", reason.name()).put("text", text);
        return new RpcException(error.code(), error.symbol(), data);
    }

    /** Number of the error. */
    public int code() {
        return code;
    }

    /** Name of the error. */
    public String symbol() {
        return symbol;
    }

    /** The error as JSON-RPC tells it. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("code", code).put("message", symbol);
        json.set("data", data);
        return json;
    }
}
