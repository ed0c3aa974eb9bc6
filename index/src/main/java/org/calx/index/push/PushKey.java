package org.calx.index.push;

import java.util.Set;

/**
 * Who may send observations.
 *
 * @param name what the sender signs in with; it becomes the {@code source} of its rows
 * @param secretSha256 hexadecimal SHA-256 of its secret
 * @param providers whose prices it may tell, in lower case; empty for anybody's
 */
public record PushKey(String name, String secretSha256, Set<String> providers) {

    public PushKey {
        providers = Set.copyOf(providers);
    }

    /** Whether it may tell this provider's prices. */
    boolean mayTell(String provider) {
        return providers.isEmpty() || providers.contains(provider);
    }
}
