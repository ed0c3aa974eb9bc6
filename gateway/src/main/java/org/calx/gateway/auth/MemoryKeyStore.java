package org.calx.gateway.auth;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A key store that ends with the process. */
public final class MemoryKeyStore implements KeyStore {
    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    /** Adds or replaces a secret. */
    public MemoryKeyStore put(String keyId, String secret) {
        secrets.put(keyId, secret);
        return this;
    }

    @Override
    public Optional<String> secret(String keyId) {
        return Optional.ofNullable(secrets.get(keyId));
    }
}
