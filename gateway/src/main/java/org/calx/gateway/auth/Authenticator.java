package org.calx.gateway.auth;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.calx.gateway.json.Json;
import org.calx.gateway.rpc.ErrorCode;
import org.calx.gateway.rpc.Params;
import org.calx.gateway.rpc.RpcException;
import org.calx.gateway.view.ApiKeys;
import org.calx.model.ApiKey;
import tools.jackson.databind.node.ObjectNode;

/** Finds out who calls: by key and secret, by signature, or by token. */
public final class Authenticator {
    /** Most that a signature's timestamp may differ from the gateway's clock. */
    public static final long MAX_CLOCK_DIFFERENCE_MS = 60_000;

    private static final String SIGNED_SCHEME = "deri-hmac-sha256 ";
    private static final String BASIC_SCHEME = "Basic ";
    private static final String BEARER_SCHEME = "Bearer ";
    private static final int MAX_NONCE = 64;

    private final ApiKeys keys;
    private final KeyStore store;
    private final InstantSource clock;
    private final Tokens tokens;

    public Authenticator(ApiKeys keys, KeyStore store, InstantSource clock, long tokenLifetimeMs) {
        this.keys = keys;
        this.store = store;
        this.clock = clock;
        tokens = new Tokens(clock, tokenLifetimeMs);
    }

    /** {@code public/auth}: signs in and answers with tokens. */
    public Login login(Params params) {
        String grantType = params.text("grant_type");
        Identity identity =
                switch (grantType) {
                    case "client_credentials" -> byPassword(params.text("client_id"), params.text("client_secret"));
                    case "client_signature" -> bySignature(params);
                    case "refresh_token" -> tokens.redeem(params.text("refresh_token"));
                    default ->
                        throw RpcException.invalid(
                                "grant_type", "must be client_credentials, client_signature or refresh_token");
                };
        Tokens.Grant grant =
                tokens.issue(narrowed(identity, params.optionalText("scope").orElse("")));
        ObjectNode json = Json.object()
                .put("access_token", grant.accessToken())
                .put("refresh_token", grant.refreshToken())
                .put("token_type", "bearer")
                .put("expires_in", grant.expiresInSeconds())
                .put("scope", grant.identity().scopeText());
        return new Login(grant.identity(), json);
    }

    private Identity bySignature(Params params) {
        String timestamp = params.text("timestamp");
        String nonce = params.optionalText("nonce").orElse("");
        String data = params.optionalText("data").orElse("");
        String text = timestamp + "\n" + nonce + "\n" + data;
        return signed(params.text("client_id"), timestamp, nonce, text, params.text("signature"));
    }

    private static Identity narrowed(Identity identity, String scope) {
        if (!scope.contains("trade:") && !scope.contains("account:")) {
            return identity;
        }
        int wanted = scope.contains(":read") ? ApiKey.READ : 0;
        wanted |= scope.contains("trade:read_write") ? ApiKey.TRADE : 0;
        return new Identity(identity.keyId(), identity.accountId(), identity.scopes() & wanted, identity.expiresMs());
    }

    /**
     * Who sends an HTTP request with this {@code Authorization} header.
     *
     * @param method such as {@code GET}
     * @param uri path and query as sent
     * @param body body as sent
     */
    public Identity byHeader(String header, String method, String uri, String body) {
        if (header.startsWith(BEARER_SCHEME)) {
            return byToken(header.substring(BEARER_SCHEME.length()).trim());
        }
        if (header.startsWith(BASIC_SCHEME)) {
            return byBasic(header.substring(BASIC_SCHEME.length()).trim());
        }
        if (header.startsWith(SIGNED_SCHEME)) {
            Map<String, String> fields = fields(header.substring(SIGNED_SCHEME.length()));
            String nonce = fields.getOrDefault("nonce", "");
            String timestamp = fields.getOrDefault("ts", "");
            String text = timestamp + "\n" + nonce + "\n" + method + "\n" + uri + "\n" + body + "\n";
            return signed(fields.getOrDefault("id", ""), timestamp, nonce, text, fields.getOrDefault("sig", ""));
        }
        throw new RpcException(ErrorCode.INVALID_CREDENTIALS, "the scheme must be Bearer, Basic or deri-hmac-sha256");
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String field : text.split(",")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(
                        field.substring(0, equals).trim(),
                        field.substring(equals + 1).trim());
            }
        }
        return fields;
    }

    private Identity byBasic(String encoded) {
        String[] parts;
        try {
            parts = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
        } catch (IllegalArgumentException e) {
            throw new RpcException(ErrorCode.INVALID_CREDENTIALS, "the Basic header is not Base64");
        }
        return byPassword(parts[0], parts.length > 1 ? parts[1] : "");
    }

    /** Whom an access token stands for. */
    public Identity byToken(String token) {
        return tokens.identify(token);
    }

    /** Checks that an identity is still good. */
    public void requireAlive(Identity identity) {
        tokens.requireAlive(identity);
    }

    /** Ends the tokens of one sign-in. */
    public void logout(Identity identity) {
        tokens.revoke(identity);
    }

    private Identity byPassword(String keyId, String secret) {
        String expected = store.secret(keyId).orElseThrow(Authenticator::wrong);
        if (!Signatures.same(expected, secret)) {
            throw wrong();
        }
        return identity(keyId);
    }

    private Identity signed(String keyId, String timestamp, String nonce, String text, String signature) {
        String secret = store.secret(keyId).orElseThrow(Authenticator::wrong);
        if (nonce.length() > MAX_NONCE || !Signatures.verify(secret, text, signature)) {
            throw wrong();
        }
        long sentMs;
        try {
            sentMs = Long.parseLong(timestamp);
        } catch (NumberFormatException e) {
            throw RpcException.invalid("timestamp", "must be milliseconds since 1970-01-01");
        }
        long now = clock.millis();
        if (sentMs < now - MAX_CLOCK_DIFFERENCE_MS || sentMs > now + MAX_CLOCK_DIFFERENCE_MS) {
            throw new RpcException(
                    ErrorCode.INVALID_CREDENTIALS, "the timestamp is more than 60 s from the gateway's clock");
        }
        return identity(keyId);
    }

    private Identity identity(String keyId) {
        ApiKey key = keys.find(keyId).orElseThrow(Authenticator::wrong);
        return new Identity(keyId, key.accountId(), key.scopes(), Long.MAX_VALUE);
    }

    private static RpcException wrong() {
        return new RpcException(ErrorCode.INVALID_CREDENTIALS, "unknown key, wrong secret or wrong signature");
    }

    /** Who has signed in, and the answer. */
    public record Login(Identity identity, ObjectNode answer) {}
}
