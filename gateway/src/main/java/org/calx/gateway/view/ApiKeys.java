package org.calx.gateway.view;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.calx.model.ApiKey;

/** The keys that the exchange has registered. May be read by any thread. */
public final class ApiKeys {
    private final Map<String, ApiKey> byId = new ConcurrentHashMap<>();

    void register(ApiKey key) {
        byId.put(key.keyId(), key);
    }

    /** The key with this id. */
    public Optional<ApiKey> find(String keyId) {
        return Optional.ofNullable(byId.get(keyId));
    }
}
