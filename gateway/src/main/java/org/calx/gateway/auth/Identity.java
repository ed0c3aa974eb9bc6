package org.calx.gateway.auth;

import org.calx.model.ApiKey;

/**
 * In whose name a request comes.
 *
 * @param keyId the key that signed in
 * @param accountId the account that it acts for
 * @param scopes bits of {@link ApiKey#READ} and {@link ApiKey#TRADE}
 * @param expiresMs when it ends, milliseconds since 1970-01-01
 */
public record Identity(String keyId, int accountId, int scopes, long expiresMs) {

    /** Whether it may read. */
    public boolean mayRead() {
        return (scopes & ApiKey.READ) != 0;
    }

    /** Whether it may trade. */
    public boolean mayTrade() {
        return (scopes & ApiKey.TRADE) != 0;
    }

    /** Its scopes in Deribit's words. */
    public String scopeText() {
        String account = mayRead() ? "account:read" : "account:none";
        return account + (mayTrade() ? " trade:read_write" : mayRead() ? " trade:read" : " trade:none");
    }
}
