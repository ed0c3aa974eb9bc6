package org.calx.model;

/**
 * A key by which a program signs in at a gateway. The exchange knows whom it stands for and what it may do; a shared
 * secret, where there is one, is kept by the gateway and never enters the log.
 *
 * @param keyId name of the key, 1 to 32 ASCII characters
 * @param accountId the account it acts for
 * @param scopes bits of {@link #READ} and {@link #TRADE}
 */
public record ApiKey(String keyId, int accountId, int scopes) {

    /** May read the account. */
    public static final int READ = 1;

    /** May place, amend and cancel orders. */
    public static final int TRADE = 2;
}
