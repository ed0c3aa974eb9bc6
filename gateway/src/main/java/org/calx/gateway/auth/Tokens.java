package org.calx.gateway.auth;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.calx.gateway.rpc.ErrorCode;
import org.calx.gateway.rpc.RpcException;

/** Opaque tokens that stand for an identity until they expire. At most {@value #MAX_TOKENS} live at a time. */
final class Tokens {
    static final int MAX_TOKENS = 20_000;

    private static final int RANDOM_BYTES = 32;
    private static final int REFRESH_LIFETIMES = 7;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Identity> access = new ConcurrentHashMap<>();
    private final Map<String, Refresh> refresh = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final long lifetimeMs;

    Tokens(InstantSource clock, long lifetimeMs) {
        this.clock = clock;
        this.lifetimeMs = lifetimeMs;
    }

    /** New tokens for an identity; the refresh token lives {@value #REFRESH_LIFETIMES} times as long. */
    Grant issue(Identity identity) {
        long now = clock.millis();
        if (access.size() + refresh.size() >= MAX_TOKENS) {
            access.values().removeIf(held -> held.expiresMs() <= now);
            refresh.values().removeIf(held -> held.expiresMs() <= now);
            if (access.size() + refresh.size() >= MAX_TOKENS) {
                throw new RpcException(ErrorCode.BUSY, "too many tokens are in use");
            }
        }
        Identity granted = until(identity, now + lifetimeMs);
        Grant grant = new Grant(text(), text(), lifetimeMs / 1_000, granted);
        access.put(grant.accessToken(), granted);
        refresh.put(grant.refreshToken(), new Refresh(granted, now + REFRESH_LIFETIMES * lifetimeMs));
        return grant;
    }

    private static Identity until(Identity identity, long expiresMs) {
        return new Identity(identity.keyId(), identity.accountId(), identity.scopes(), expiresMs);
    }

    private String text() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whom a token stands for. @throws RpcException {@link ErrorCode#UNAUTHORIZED} */
    Identity identify(String token) {
        Identity identity = access.get(token);
        if (identity == null) {
            throw new RpcException(ErrorCode.UNAUTHORIZED, "invalid_token");
        }
        requireAlive(identity);
        return identity;
    }

    /** Whom a refresh token stands for; it can be used once. @throws RpcException {@link ErrorCode#UNAUTHORIZED} */
    Identity redeem(String refreshToken) {
        Refresh held = refresh.remove(refreshToken);
        if (held == null) {
            throw new RpcException(ErrorCode.UNAUTHORIZED, "invalid_refresh_token");
        }
        if (held.expiresMs() <= clock.millis()) {
            throw new RpcException(ErrorCode.UNAUTHORIZED, "refresh_token_expired");
        }
        return held.identity();
    }

    /** @throws RpcException {@link ErrorCode#UNAUTHORIZED} if it has expired */
    void requireAlive(Identity identity) {
        if (identity.expiresMs() <= clock.millis()) {
            throw new RpcException(ErrorCode.UNAUTHORIZED, "token_expired");
        }
    }

    /** Ends the tokens that were issued with an identity. */
    void revoke(Identity issued) {
        access.values().removeIf(held -> held == issued);
        refresh.values().removeIf(held -> held.identity() == issued);
    }

    private record Refresh(Identity identity, long expiresMs) {}

    /** What {@code public/auth} hands out. */
    record Grant(String accessToken, String refreshToken, long expiresInSeconds, Identity identity) {}
}
