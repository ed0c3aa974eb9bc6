package org.calx.index.input;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Who owns a provider and which cluster of the market it belongs to, from {@code providers.csv}. */
public final class Providers {

    /** Clusters whose price levels differ for the same GPU-hour. */
    public enum Cluster {
        NEOCLOUD,
        HYPERSCALER,
        MARKETPLACE
    }

    private static final Map<String, String[]> KNOWN = new HashMap<>();

    static {
        Resources.rows("providers.csv").forEach(row -> KNOWN.put(row[0], row));
    }

    private Providers() {}

    /** The owner of a provider; a provider that is not listed is its own. */
    public static String groupOf(String provider) {
        String[] row = KNOWN.get(provider);
        return row == null ? provider : row[1];
    }

    /** The cluster of a provider; {@link Cluster#NEOCLOUD} if it is not listed. */
    public static Cluster clusterOf(String provider) {
        String[] row = KNOWN.get(provider);
        return row == null ? Cluster.NEOCLOUD : Cluster.valueOf(row[2].toUpperCase(Locale.ROOT));
    }
}
