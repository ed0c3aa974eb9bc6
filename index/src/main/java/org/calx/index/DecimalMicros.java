package org.calx.index;

import java.util.OptionalLong;

/** Decimal text to micro-units, exactly. */
public final class DecimalMicros {

    static final String ALLOWED = "a decimal with up to 9 digits before the point and up to 18 after it, such as 2.50";

    private static final int MAX_WHOLE_DIGITS = 9;
    private static final int MAX_DECIMALS = 18;
    private static final int MICRO_DECIMALS = 6;

    private DecimalMicros() {}

    /**
     * Micro-units of {@code text}, the seventh decimal rounded half up (halves away from zero).
     *
     * @return empty if the text is not a decimal with up to 9 digits before the point and up to 18 after it
     */
    public static OptionalLong parse(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        int decimals = point < 0 ? 0 : text.length() - point - 1;
        if (!allDigits(text, start, end, MAX_WHOLE_DIGITS)
                || (point >= 0 && !allDigits(text, point + 1, text.length(), MAX_DECIMALS))) {
            return OptionalLong.empty();
        }
        long micros = digits(text, start, end);
        for (int decimal = 0; decimal < MICRO_DECIMALS; decimal++) {
            micros = micros * 10 + (decimal < decimals ? text.charAt(end + 1 + decimal) - '0' : 0);
        }
        boolean up = decimals > MICRO_DECIMALS && text.charAt(end + 1 + MICRO_DECIMALS) >= '5';
        micros += up ? 1 : 0;
        return OptionalLong.of(start == 1 ? -micros : micros);
    }

    private static boolean allDigits(String text, int from, int to, int most) {
        if (to <= from || to - from > most) {
            return false;
        }
        for (int at = from; at < to; at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }

    private static long digits(String text, int from, int to) {
        long number = 0;
        for (int at = from; at < to; at++) {
            number = number * 10 + (text.charAt(at) - '0');
        }
        return number;
    }

    /** Micro-units as decimal text with six digits after the point. */
    public static String text(long micros) {
        long whole = Math.abs(micros) / 1_000_000;
        long rest = Math.abs(micros) % 1_000_000;
        String decimals = Long.toString(1_000_000 + rest).substring(1);
        return (micros < 0 ? "-" : "") + whole + "." + decimals;
    }
}
