package org.calx.model;

/**
 * Text of at most {@value #MAX_LENGTH} printable ASCII characters packed into two {@code long}s, first character in the
 * highest byte, unused bytes zero: client order ids and labels travel and are compared without allocation. Zero in both
 * means no text.
 */
public final class ShortText {
    /** Longest text. */
    public static final int MAX_LENGTH = 16;

    private ShortText() {}

    /** Whether the text can be packed. */
    public static boolean fits(CharSequence text) {
        if (text.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** The first eight characters. @throws IllegalArgumentException if the text does not fit */
    public static long high(CharSequence text) {
        return pack(text, 0);
    }

    /** The characters after the eighth. @throws IllegalArgumentException if the text does not fit */
    public static long low(CharSequence text) {
        return pack(text, 8);
    }

    /** The text that was packed; empty for two zeros. */
    public static String text(long high, long low) {
        StringBuilder text = new StringBuilder(MAX_LENGTH);
        append(text, high);
        append(text, low);
        return text.toString();
    }

    private static long pack(CharSequence text, int from) {
        if (!fits(text)) {
            throw new IllegalArgumentException("not 0 to " + MAX_LENGTH + " printable ASCII characters: " + text);
        }
        long packed = 0;
        for (int i = from; i < from + 8; i++) {
            packed = packed << 8 | (i < text.length() ? text.charAt(i) : 0);
        }
        return packed;
    }

    private static void append(StringBuilder text, long packed) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            int character = (int) (packed >>> shift) & 0xFF;
            if (character == 0) {
                return;
            }
            text.append((char) character);
        }
    }
}
