package org.calx.gateway.rpc;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.calx.api.client.CommandOutcome;
import org.calx.gateway.guard.Guard;
import org.calx.gateway.json.Json;
import org.calx.gateway.rpc.Method.Access;
import org.calx.gateway.session.Session;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of orders when nobody is there to change them: cancel on disconnect and the countdown. */
final class LivenessMethods {
    private static final String CONNECTION = "connection";
    private static final String ACCOUNT = "account";
    private static final int MAX_GRACE_MS = 60_000;
    private static final int MIN_TIMEOUT_MS = 1_000;
    private static final int MAX_TIMEOUT_MS = 24 * 3_600_000;

    private final RpcContext context;

    LivenessMethods(RpcContext context) {
        this.context = context;
    }

    void register(MethodRegistry methods) {
        methods.cancel(
                        "private/enable_cancel_on_disconnect",
                        "Cancels what is entered from now on when this connection is gone: `scope` connection (default), "
                                + "or account for connections that sign in later; `grace` in ms (0 to 60,000).",
                        this::enable)
                .cancel(
                        "private/disable_cancel_on_disconnect",
                        "No more of that: `scope` connection (default) or account.",
                        this::disable)
                .query(
                        "private/get_cancel_on_disconnect",
                        Access.READ,
                        "Whether it is enabled: `scope` connection (default) or account.",
                        this::get)
                .cancel(
                        "private/calx.resume_session",
                        "Goes on with the orders of a lost connection: `session_id`, told by get_cancel_on_disconnect.",
                        this::resume)
                .cancel(
                        "private/cancel_all_after",
                        "Cancels all orders unless called again within `timeout` ms (1,000 to 86,400,000, or 0 for never).",
                        this::cancelAllAfter);
    }

    private CompletionStage<JsonNode> enable(Call call) {
        long graceNs = TimeUnit.MILLISECONDS.toNanos(grace(call.params()));
        int accountId = call.identity().accountId();
        if (isForAccount(call)) {
            return ok(send(() -> context.client().setCancelOnDisconnect(accountId, true, graceNs)));
        }
        Session session = connected(call);
        if (session.guards().current(accountId).isPresent()) {
            return CompletableFuture.completedStage(Json.text("ok"));
        }
        return ok(send(() -> context.guards().open(session.guards(), session.connection(), accountId, graceNs)));
    }

    private static long grace(Params params) {
        long graceMs = params.optionalWhole("grace").orElse(0L);
        if (graceMs < 0 || graceMs > MAX_GRACE_MS) {
            throw RpcException.invalid("grace", "must be from 0 to " + MAX_GRACE_MS + " milliseconds");
        }
        return graceMs;
    }

    private CompletionStage<JsonNode> disable(Call call) {
        int accountId = call.identity().accountId();
        if (isForAccount(call)) {
            return ok(send(() -> context.client().setCancelOnDisconnect(accountId, false, 0)));
        }
        Session session = connected(call);
        CompletionStage<JsonNode> answer = CompletableFuture.completedStage(Json.text("ok"));
        List<CompletableFuture<CommandOutcome>> ends =
                send(() -> context.guards().disable(session.guards(), accountId));
        for (CompletableFuture<CommandOutcome> end : ends) {
            answer = answer.thenCombine(ok(end), (before, ok) -> ok);
        }
        return answer;
    }

    private CompletionStage<JsonNode> get(Call call) {
        int accountId = call.identity().accountId();
        if (isForAccount(call)) {
            return CompletableFuture.completedStage(account(context.guards().graceNs(accountId)));
        }
        return CompletableFuture.completedStage(
                connection(connected(call).guards().current(accountId)));
    }

    private static ObjectNode account(OptionalLong graceNs) {
        ObjectNode json = Json.object().put("scope", ACCOUNT).put("enabled", graceNs.isPresent());
        graceNs.ifPresent(grace -> json.put("grace", TimeUnit.NANOSECONDS.toMillis(grace)));
        return json;
    }

    private static ObjectNode connection(Optional<Guard> guard) {
        ObjectNode json = Json.object().put("scope", CONNECTION).put("enabled", guard.isPresent());
        guard.filter(known -> known.sessionId() != 0)
                .ifPresent(known -> json.put("session_id", Long.toString(known.sessionId())));
        return json;
    }

    private CompletionStage<JsonNode> resume(Call call) {
        long sessionId = call.params().whole("session_id");
        int accountId = call.identity().accountId();
        Session session = connected(call);
        return send(() -> context.guards().resume(session.guards(), session.connection(), accountId, sessionId))
                .thenApply(outcome -> {
                    accepted(outcome);
                    return connection(session.guards().current(accountId));
                });
    }

    private CompletionStage<JsonNode> cancelAllAfter(Call call) {
        long timeoutMs = call.params().whole("timeout");
        if (timeoutMs != 0 && (timeoutMs < MIN_TIMEOUT_MS || timeoutMs > MAX_TIMEOUT_MS)) {
            throw RpcException.invalid(
                    "timeout", "must be from %d to %d milliseconds, or 0".formatted(MIN_TIMEOUT_MS, MAX_TIMEOUT_MS));
        }
        int accountId = call.identity().accountId();
        long durationNs = TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        return send(() -> context.client().cancelAllAfter(accountId, durationNs))
                .thenApply(outcome -> {
                    accepted(outcome);
                    long nowMs = TimeUnit.NANOSECONDS.toMillis(outcome.timestampNs());
                    ObjectNode json = Json.object().put("timestamp", nowMs).put("timeout", timeoutMs);
                    return timeoutMs == 0
                            ? json.putNull("trigger_timestamp")
                            : json.put("trigger_timestamp", nowMs + timeoutMs);
                });
    }

    private static boolean isForAccount(Call call) {
        return call.params()
                .optionalText("scope")
                .map(scope -> switch (scope) {
                    case CONNECTION -> false;
                    case ACCOUNT -> true;
                    default -> throw RpcException.invalid("scope", "must be connection or account");
                })
                .orElse(false);
    }

    private static Session connected(Call call) {
        if (call.session().connection() == null) {
            throw new RpcException(ErrorCode.WEBSOCKET_ONLY, "scope connection needs a WebSocket");
        }
        return call.session();
    }

    static <T> T send(Supplier<T> command) {
        try {
            return command.get();
        } catch (IllegalStateException e) {
            throw new RpcException(ErrorCode.QUEUE_FULL, "too many commands of this gateway are unanswered");
        }
    }

    private static CompletionStage<JsonNode> ok(CompletionStage<CommandOutcome> command) {
        return command.thenApply(outcome -> {
            accepted(outcome);
            return Json.text("ok");
        });
    }

    static void accepted(CommandOutcome outcome) {
        if (!outcome.accepted()) {
            throw RpcException.refused(outcome.reason());
        }
    }
}
