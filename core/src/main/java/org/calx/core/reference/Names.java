package org.calx.core.reference;

/** What counts as a name of a market, product, instrument, account or key. */
final class Names {
    /** Longest name. */
    static final int MAX_LENGTH = 64;

    private Names() {}

    /** Whether the text is not 1 to {@value #MAX_LENGTH} printable ASCII characters. */
    static boolean isNotName(String text) {
        if (text == null || text.isEmpty() || text.length() > MAX_LENGTH) {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return true;
            }
        }
        return false;
    }
}
