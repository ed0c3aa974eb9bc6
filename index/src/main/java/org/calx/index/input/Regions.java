package org.calx.index.input;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The regions of the indices, from the words that inputs use, by {@code regions.csv}. */
public final class Regions {

    /** The offer says no region or holds in all of them. */
    public static final String ANY = "ANY";

    private static final int MAX_WORDS = 10_000;
    private static final Map<String, String> KNOWN = new HashMap<>();
    private static final Map<String, String> FOUND = new ConcurrentHashMap<>();

    static {
        Resources.rows("regions.csv").forEach(row -> KNOWN.put(row[0], row[1]));
    }

    private Regions() {}

    /** The region of a word such as {@code DE} or {@code europe-west4}; {@link #ANY} if it is unknown. */
    public static String of(String word) {
        String found = FOUND.get(word);
        if (found != null) {
            return found;
        }
        String region = find(word.toLowerCase(Locale.ROOT));
        if (FOUND.size() < MAX_WORDS) {
            FOUND.put(word, region);
        }
        return region;
    }

    private static String find(String word) {
        if (KNOWN.containsKey(word)) {
            return KNOWN.get(word);
        }
        for (int dash = word.lastIndexOf('-'); dash > 0; dash = word.lastIndexOf('-', dash - 1)) {
            String region = KNOWN.get(word.substring(0, dash + 1));
            if (region != null) {
                return region;
            }
        }
        return ANY;
    }
}
