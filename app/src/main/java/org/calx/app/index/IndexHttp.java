package org.calx.app.index;

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
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.calx.gateway.rpc.Method.Weight;
import org.calx.gateway.rpc.RpcException;
import org.calx.gateway.session.GatewayLimits;
import org.calx.gateway.session.GatewayLimits.Rate;
import org.calx.gateway.session.RateLimiter;
import org.calx.index.push.IndexService;
import org.calx.index.push.PushAnswer;
import org.calx.index.push.PushKey;
import org.calx.index.push.PushKeys;
import org.calx.index.push.PushRefusal;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The index over HTTP: {@code POST /v1/observations} takes rows, {@code GET /v1/fixings} shows figures, both with HTTP basic
 * authentication; {@code GET /v1/health} is open.
 */
final class IndexHttp implements HttpService {
    /** Requests of a key, and attempts of an address to sign in: so many at once and a second. */
    static final Rate RATE = new Rate(20, 5);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BASIC = "basic ";

    private final IndexService service;
    private final PushKeys keys;
    private final InstantSource clock;
    private final RateLimiter rates;

    IndexHttp(IndexService service, PushKeys keys, InstantSource clock, LongSupplier nanoTime) {
        this.service = service;
        this.keys = keys;
        this.clock = clock;
        GatewayLimits usual = GatewayLimits.defaults();
        this.rates = new RateLimiter(
                new GatewayLimits(
                        IndexService.MAX_BODY_BYTES,
                        usual.maxConnections(),
                        usual.maxSubscriptions(),
                        usual.maxQueuedMessages(),
                        usual.maxQueuedChars(),
                        usual.maxUnanswered(),
                        usual.answerWithin(),
                        usual.tokenLifetime(),
                        usual.guardedSilence(),
                        RATE,
                        RATE,
                        RATE),
                nanoTime);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/observations", this::post)
                .get("/fixings", this::fixings)
                .get("/health", (_, response) -> response.send("ok\n"));
    }

    private void post(ServerRequest request, ServerResponse response) throws IOException {
        Optional<PushKey> key = identify(request, response);
        if (key.isEmpty()) {
            return;
        }
        byte[] body = body(request);
        if (body.length > IndexService.MAX_BODY_BYTES) {
            refuse(
                    response,
                    Status.REQUEST_ENTITY_TOO_LARGE_413,
                    "a body has at most " + IndexService.MAX_BODY_BYTES + " bytes");
            return;
        }
        try {
            PushAnswer answer = service.accept(key.get(), new String(body, StandardCharsets.UTF_8), clock.instant());
            send(response, Status.OK_200, json(answer));
        } catch (PushRefusal e) {
            refuse(response, Status.BAD_REQUEST_400, e.getMessage());
        }
    }

    private void fixings(ServerRequest request, ServerResponse response) throws IOException {
        if (identify(request, response).isEmpty()) {
            return;
        }
        String date = request.query().first("date").orElse("");
        try {
            LocalDate day = date.isEmpty() ? null : LocalDate.parse(date);
            response.header(HeaderNames.CONTENT_TYPE, "text/csv").send(String.join("\n", service.fixings(day)) + "\n");
        } catch (DateTimeException e) {
            refuse(response, Status.BAD_REQUEST_400, "date is a date such as 2026-07-31");
        }
    }

    /** Who asks; if nobody that may, the response is sent. Who signs in wrongly is counted by address, so nobody can guess fast. */
    private Optional<PushKey> identify(ServerRequest request, ServerResponse response) {
        Optional<PushKey> key = signedIn(request);
        String caller = key.map(PushKey::name).orElse("@" + request.remotePeer().host());
        try {
            rates.count(caller, Weight.QUERY);
        } catch (RpcException e) {
            response.header(HeaderNames.RETRY_AFTER, "1");
            refuse(response, Status.TOO_MANY_REQUESTS_429, e.getMessage());
            return Optional.empty();
        }
        if (key.isEmpty()) {
            response.header(HeaderNames.WWW_AUTHENTICATE, "Basic realm=\"calx index\"");
            refuse(
                    response,
                    Status.UNAUTHORIZED_401,
                    "name and secret of a key are needed, by HTTP basic authentication");
        }
        return key;
    }

    private Optional<PushKey> signedIn(ServerRequest request) {
        String header = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
        if (!header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2 ? keys.authenticate(parts[0], parts[1]) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] body(ServerRequest request) {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        try (InputStream in = request.content().inputStream()) {
            return in.readNBytes(IndexService.MAX_BODY_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode json(PushAnswer answer) {
        ObjectNode node = JSON.createObjectNode();
        node.put("sha256", answer.sha256()).put("repeated", answer.repeated());
        for (PushAnswer.Verdict verdict : PushAnswer.Verdict.values()) {
            node.put(verdict.name().toLowerCase(Locale.ROOT), answer.count(verdict));
        }
        ArrayNode rows = node.putArray("reasons");
        for (PushAnswer.Outcome one : answer.rows()) {
            if (one.verdict() != PushAnswer.Verdict.ACCEPTED) {
                rows.addObject()
                        .put("row", one.row())
                        .put("outcome", one.verdict().name().toLowerCase(Locale.ROOT))
                        .put("reason", one.reason());
            }
        }
        return node;
    }

    private static void refuse(ServerResponse response, Status status, String message) {
        send(response, status, JSON.createObjectNode().put("error", message));
    }

    private static void send(ServerResponse response, Status status, ObjectNode node) {
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .send(JSON.writeValueAsString(node) + "\n");
    }
}
