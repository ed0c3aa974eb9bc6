package org.calx.gateway.auth;

import java.util.Optional;

/** Where the gateway keeps the secrets of keys; the exchange never sees them. */
@FunctionalInterface
public interface KeyStore {

    /** The secret of a key. */
    Optional<String> secret(String keyId);
}
