package org.calx.gateway.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.calx.gateway.auth.Identity;
import org.calx.gateway.json.Json;
import org.calx.gateway.rpc.Dispatcher;
import org.calx.gateway.rpc.ErrorCode;
import org.calx.gateway.rpc.RpcException;
import org.calx.gateway.session.Session;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON-RPC over HTTP: a POST with the request as its body, or a GET or POST of {@code /api/v2/METHOD} with the parameters in
 * the query string. An answer has status 200, an error 400; both have the same JSON as over a WebSocket.
 */
public final class HttpRpc implements HttpService {
    private final Entrance entrance;
    private final int maxBodyBytes;

    public HttpRpc(Entrance entrance, int maxBodyBytes) {
        this.entrance = entrance;
        this.maxBodyBytes = maxBodyBytes;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/{scope}/{method}", this::handle)
                .post("/{scope}/{method}", this::handle)
                .post("/", this::handle)
                .post(this::handle);
    }

    private void handle(ServerRequest request, ServerResponse response) {
        ObjectNode answer;
        try {
            Entrance.Inside inside = entrance.inside();
            String body = body(request);
            Session session = new Session(request.remotePeer().host(), null);
            identify(inside, request, body).ifPresent(session::signIn);
            answer = inside.dispatcher()
                    .handle(session, rpc(request, body))
                    .join()
                    .json();
        } catch (RpcException e) {
            answer = Dispatcher.error(e);
        }
        response.status(answer.has("error") ? Status.BAD_REQUEST_400 : Status.OK_200)
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .send(Json.write(answer));
    }

    private String body(ServerRequest request) {
        if (!request.content().hasEntity()) {
            return "";
        }
        try (InputStream in = request.content().inputStream()) {
            byte[] bytes = in.readNBytes(maxBodyBytes + 1);
            if (bytes.length > maxBodyBytes) {
                throw new RpcException(ErrorCode.MESSAGE_TOO_LONG, "longer than " + maxBodyBytes + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Identity> identify(Entrance.Inside inside, ServerRequest request, String body) {
        Optional<String> header = request.headers().first(HeaderNames.AUTHORIZATION);
        return header.map(text -> inside.authenticator()
                .byHeader(text, request.prologue().method().text(), uri(request), body));
    }

    private static String uri(ServerRequest request) {
        String path = request.prologue().uriPath().rawPath();
        String query = request.prologue().query().rawValue();
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static ObjectNode rpc(ServerRequest request, String body) {
        Optional<String> scope = request.path().pathParameters().first("scope").asOptional();
        ObjectNode rpc = body.isBlank() ? Json.object() : parse(body);
        if (scope.isPresent()) {
            rpc.put(
                    "method",
                    scope.get() + "/" + request.path().pathParameters().get("method"));
        }
        if (!rpc.has("params")) {
            ObjectNode params = rpc.putObject("params");
            for (String name : request.query().names()) {
                params.put(name, request.query().get(name));
            }
        }
        return rpc;
    }

    private static ObjectNode parse(String body) {
        try {
            JsonNode node = Json.parse(body);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new RpcException(ErrorCode.PARSE_ERROR, e.getOriginalMessage());
        }
        throw new RpcException(ErrorCode.INVALID_REQUEST, "must be one object");
    }
}
