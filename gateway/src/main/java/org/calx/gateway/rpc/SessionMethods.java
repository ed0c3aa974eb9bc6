package org.calx.gateway.rpc;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.calx.api.client.CommandOutcome;
import org.calx.gateway.auth.Authenticator;
import org.calx.gateway.auth.Identity;
import org.calx.gateway.channel.Subscriber;
import org.calx.gateway.json.Json;
import org.calx.gateway.rpc.Method.Access;
import org.calx.gateway.session.Session;
import org.calx.model.SessionEnd;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Signing in and out, heartbeats and subscriptions. */
final class SessionMethods {
    private static final int MIN_HEARTBEAT_SECONDS = 10;
    private static final int MAX_HEARTBEAT_SECONDS = 3_600;

    private final RpcContext context;

    SessionMethods(RpcContext context) {
        this.context = context;
    }

    void register(MethodRegistry methods) {
        methods.query(
                        "public/auth",
                        Access.PUBLIC,
                        "Signs in: `grant_type` client_credentials, client_signature or refresh_token.",
                        this::auth)
                .query("private/logout", Access.READ_WEBSOCKET, "Ends the tokens and the connection.", this::logout)
                .query(
                        "public/set_heartbeat",
                        Access.PUBLIC_WEBSOCKET,
                        "Heartbeats every `interval` seconds (10 to 3,600).",
                        this::setHeartbeat)
                .query(
                        "public/disable_heartbeat",
                        Access.PUBLIC_WEBSOCKET,
                        "No more heartbeats.",
                        call -> heartbeat(call, 0))
                .query(
                        "public/subscribe",
                        Access.PUBLIC_WEBSOCKET,
                        "Subscribes to public `channels`, to all or to none.",
                        call -> subscribe(call, null))
                .query(
                        "private/subscribe",
                        Access.READ_WEBSOCKET,
                        "Subscribes to `channels`, the account's too.",
                        call -> subscribe(call, call.identity()))
                .query("public/unsubscribe", Access.PUBLIC_WEBSOCKET, "Ends `channels`.", this::unsubscribe)
                .query("private/unsubscribe", Access.READ_WEBSOCKET, "Ends `channels`.", this::unsubscribe)
                .query("public/unsubscribe_all", Access.PUBLIC_WEBSOCKET, "Ends all channels.", this::unsubscribeAll)
                .query("private/unsubscribe_all", Access.READ_WEBSOCKET, "Ends all channels.", this::unsubscribeAll);
    }

    private CompletionStage<JsonNode> auth(Call call) {
        Authenticator.Login login = context.authenticator().login(call.params());
        Session session = call.session();
        Identity identity = login.identity();
        OptionalLong graceNs = context.guards().graceNs(identity.accountId());
        boolean isGuarded = graceNs.isPresent() && identity.mayTrade() && session.connection() != null;
        if (!isGuarded || session.guards().current(identity.accountId()).isPresent()) {
            session.signIn(identity);
            return completedFuture(login.answer());
        }
        return guard(session, identity, graceNs.getAsLong()).thenApply(guarded -> login.answer());
    }

    /** Signs a connection in whose account wants its connections guarded; one that cannot be guarded is not signed in. */
    private CompletionStage<CommandOutcome> guard(Session session, Identity identity, long graceNs) {
        CompletionStage<CommandOutcome> opened = LivenessMethods.send(
                () -> context.guards().open(session.guards(), session.connection(), identity.accountId(), graceNs));
        session.signIn(identity);
        return opened.thenApply(outcome -> {
            if (!outcome.accepted()) {
                session.signIn(null);
            }
            LivenessMethods.accepted(outcome);
            return outcome;
        });
    }

    private CompletionStage<JsonNode> logout(Call call) {
        Identity identity = call.identity();
        context.authenticator().logout(identity);
        context.guards().end(call.session().guards(), SessionEnd.DISABLED);
        call.session().signIn(null);
        Subscriber connection = call.session().connection();
        call.afterAnswer(() -> connection.close("logged out"));
        return context.read(() -> {
            context.hub().unsubscribeAll(connection);
            return Json.text("ok");
        });
    }

    private CompletionStage<JsonNode> setHeartbeat(Call call) {
        long seconds = call.params().whole("interval");
        if (seconds < MIN_HEARTBEAT_SECONDS || seconds > MAX_HEARTBEAT_SECONDS) {
            throw RpcException.invalid(
                    "interval", "must be from %d to %d".formatted(MIN_HEARTBEAT_SECONDS, MAX_HEARTBEAT_SECONDS));
        }
        return heartbeat(call, (int) seconds);
    }

    private static CompletionStage<JsonNode> heartbeat(Call call, int seconds) {
        call.session().connection().setHeartbeat(seconds);
        return completedFuture(Json.text("ok"));
    }

    private CompletionStage<ArrayNode> subscribe(Call call, Identity identity) {
        List<String> channels = call.params().texts("channels");
        Subscriber connection = call.session().connection();
        call.afterAnswer(() -> context.loop().post(() -> context.hub().begin(connection)));
        return context.read(() -> list(context.hub().subscribe(connection, identity, channels)));
    }

    private CompletionStage<ArrayNode> unsubscribe(Call call) {
        List<String> channels = call.params().texts("channels");
        Subscriber connection = call.session().connection();
        return context.read(() -> list(context.hub().unsubscribe(connection, channels)));
    }

    private CompletionStage<JsonNode> unsubscribeAll(Call call) {
        Subscriber connection = call.session().connection();
        return context.read(() -> {
            context.hub().unsubscribeAll(connection);
            return Json.text("ok");
        });
    }

    private static ArrayNode list(List<String> texts) {
        ArrayNode list = Json.array();
        texts.forEach(list::add);
        return list;
    }
}
