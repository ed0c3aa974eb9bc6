package org.calx.gateway.rpc;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.calx.gateway.auth.Identity;
import org.calx.gateway.json.Json;
import org.calx.gateway.session.GatewayLimits;
import org.calx.gateway.session.RateLimiter;
import org.calx.gateway.session.Session;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes a request, checks it in this order — JSON, JSON-RPC, method, transport, rate, identity, scope, parameters — and
 * answers it once.
 */
public final class Dispatcher {
    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());

    private final MethodRegistry methods;
    private final RpcContext context;
    private final RateLimiter rates;
    private final long answerWithinMs;

    public Dispatcher(MethodRegistry methods, RpcContext context, RateLimiter rates, GatewayLimits limits) {
        this.methods = methods;
        this.context = context;
        this.rates = rates;
        answerWithinMs = limits.answerWithin().toMillis();
    }

    /** All methods over a context. */
    public static MethodRegistry methods(RpcContext context) {
        MethodRegistry methods = new MethodRegistry();
        new SessionMethods(context).register(methods);
        new ReferenceMethods(context).register(methods);
        new MarketDataMethods(context).register(methods);
        new VenueMethods(context).register(methods);
        new TradingMethods(context).register(methods);
        new OrderQueryMethods(context).register(methods);
        new AccountMethods(context).register(methods);
        new ResumeMethods(context).register(methods);
        new MarginMethods(context).register(methods);
        return methods;
    }

    /** Answers a message. The future never fails: errors are answers. */
    public CompletableFuture<Answer> handle(Session session, String message) {
        long startUs = microTime();
        JsonNode request;
        try {
            request = Json.parse(message);
        } catch (JacksonException e) {
            return refused(new RpcException(ErrorCode.PARSE_ERROR, e.getOriginalMessage()), startUs);
        }
        if (request instanceof ObjectNode object) {
            return handle(session, object, startUs);
        }
        return refused(new RpcException(ErrorCode.INVALID_REQUEST, "must be one object"), startUs);
    }

    private static CompletableFuture<Answer> refused(RpcException error, long startUs) {
        return CompletableFuture.completedFuture(Answer.of(error(null, error, startUs)));
    }

    /** Answers a request that has been read. The future never fails: errors are answers. */
    public CompletableFuture<Answer> handle(Session session, ObjectNode request) {
        return handle(session, request, microTime());
    }

    private CompletableFuture<Answer> handle(Session session, ObjectNode request, long startUs) {
        JsonNode id = request.get("id");
        CompletableFuture<? extends JsonNode> result;
        Call call;
        try {
            Method method = method(request);
            call = call(session, method, params(request));
            result = method.handler().handle(call).toCompletableFuture();
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(Answer.of(error(id, explain(e), startUs)));
        }
        return result.<JsonNode>thenApply(node -> node)
                .orTimeout(answerWithinMs, TimeUnit.MILLISECONDS)
                .handle((node, failure) -> failure == null
                        ? new Answer(success(id, node, startUs), call.afterAnswer())
                        : Answer.of(error(id, explain(failure), startUs)));
    }

    private Call call(Session session, Method method, Params params) {
        if (method.access().webSocketOnly() && session.connection() == null) {
            throw new RpcException(ErrorCode.WEBSOCKET_ONLY, method.name() + " needs a WebSocket");
        }
        rates.count(session.limitKey(), method.weight());
        return new Call(session, identity(session, params, method.access()), params);
    }

    private Method method(ObjectNode request) {
        JsonNode version = request.get("jsonrpc");
        if (version != null && !(version.isString() && version.stringValue().equals("2.0"))) {
            throw new RpcException(ErrorCode.INVALID_REQUEST, "jsonrpc must be \"2.0\"");
        }
        JsonNode id = request.get("id");
        if (id != null && !id.isNull() && !id.isString() && !id.isNumber()) {
            throw new RpcException(ErrorCode.INVALID_REQUEST, "id must be a number or a text");
        }
        JsonNode name = request.get("method");
        if (name == null || !name.isString()) {
            throw new RpcException(ErrorCode.INVALID_REQUEST, "method must be a text");
        }
        Method method = methods.find(name.stringValue());
        if (method == null) {
            throw new RpcException(ErrorCode.METHOD_NOT_FOUND, "there is no method " + shortened(name.stringValue()));
        }
        return method;
    }

    private static String shortened(String text) {
        return text.length() <= 64 ? text : text.substring(0, 64) + "…";
    }

    private static Params params(ObjectNode request) {
        JsonNode params = request.get("params");
        if (params == null || params.isNull()) {
            return new Params(Json.object());
        }
        if (params instanceof ObjectNode object) {
            return new Params(object);
        }
        throw RpcException.invalid("params", "must be an object");
    }

    private Identity identity(Session session, Params params, Method.Access access) {
        if (!access.isPrivate()) {
            return session.identity();
        }
        Identity identity = session.identity();
        if (params.has("access_token")) {
            identity = context.authenticator().byToken(params.text("access_token"));
        }
        if (identity == null) {
            throw new RpcException(ErrorCode.AUTHORIZATION_REQUIRED, "sign in with public/auth first");
        }
        context.authenticator().requireAlive(identity);
        boolean allowed = access == Method.Access.TRADE ? identity.mayTrade() : identity.mayRead();
        if (!allowed) {
            String needed = access == Method.Access.TRADE ? "trade:read_write" : "account:read";
            throw new RpcException(ErrorCode.FORBIDDEN, "needs scope " + needed);
        }
        return identity;
    }

    private static RpcException explain(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof RpcException known) {
            return known;
        }
        if (cause instanceof TimeoutException) {
            return new RpcException(ErrorCode.TIMEOUT, "no answer in time; the command may still take effect");
        }
        LOG.log(System.Logger.Level.ERROR, "a request failed", cause);
        return new RpcException(ErrorCode.INTERNAL_ERROR, "the gateway failed; its log says why");
    }

    private static ObjectNode success(JsonNode id, JsonNode result, long startUs) {
        ObjectNode json = envelope(id);
        json.set("result", result);
        return timed(json, startUs);
    }

    /** An error as an answer of its own, for what goes wrong before there is a request. */
    public static ObjectNode error(RpcException error) {
        return error(null, error, microTime());
    }

    private static ObjectNode error(JsonNode id, RpcException error, long startUs) {
        ObjectNode json = envelope(id);
        json.set("error", error.toJson());
        return timed(json, startUs);
    }

    private static ObjectNode envelope(JsonNode id) {
        ObjectNode json = Json.object().put("jsonrpc", "2.0");
        if (id != null && id.isValueNode()) {
            json.set("id", id);
        } else {
            json.putNull("id");
        }
        return json;
    }

    private static ObjectNode timed(ObjectNode json, long startUs) {
        long nowUs = microTime();
        return json.put("usIn", startUs)
                .put("usOut", nowUs)
                .put("usDiff", nowUs - startUs)
                .put("testnet", false);
    }

    private static long microTime() {
        java.time.Instant now = java.time.Instant.now();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }
}
