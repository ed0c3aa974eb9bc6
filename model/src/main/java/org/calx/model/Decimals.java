package org.calx.model;

import java.math.BigDecimal;

/**
 * Decimal text to scaled integers and back, exactly and without floating point.
 *
 * <p>Accepted text: an optional minus sign, ASCII digits, and optionally a point followed by digits; an exponent is
 * accepted too, because JSON writers produce it ({@code 1e-7}). At most {@value #MAX_LENGTH} characters.
 */
public final class Decimals {
    /** Longest text that is read. */
    public static final int MAX_LENGTH = 40;

    private static final long[] POWERS = powers();

    private Decimals() {}

    /**
     * Reads a decimal as a multiple of {@code 10^-scale}.
     *
     * @param text the decimal
     * @param scale digits after the point in the result's unit, 0 to 18
     * @return the decimal times {@code 10^scale}
     * @throws NumberFormatException if the text is not a decimal
     * @throws ArithmeticException if it has a non-zero digit beyond the scale or does not fit a {@code long}
     */
    public static long parse(CharSequence text, int scale) {
        if (text.length() > MAX_LENGTH || !isDecimal(text)) {
            throw new NumberFormatException("not a decimal: " + text);
        }
        BigDecimal value = new BigDecimal(text.toString());
        if (Math.abs((long) value.scale()) > 2L * MAX_LENGTH) {
            throw new ArithmeticException("out of range: " + text);
        }
        return value.movePointRight(scale).longValueExact();
    }

    /**
     * Writes {@code value * 10^-scale} without trailing zeros.
     *
     * @param value scaled integer
     * @param scale digits after the point in the value's unit, 0 to 18
     */
    public static String format(long value, int scale) {
        return format(value, scale, 0);
    }

    /**
     * Writes {@code value * 10^-scale} with at least {@code minimumDigits} digits after the point.
     *
     * @param value scaled integer
     * @param scale digits after the point in the value's unit, 0 to 18
     * @param minimumDigits digits kept even when they are zero, 0 to {@code scale}
     */
    public static String format(long value, int scale, int minimumDigits) {
        String digits = BigDecimal.valueOf(value, scale).toPlainString();
        int end = digits.length();
        int point = digits.indexOf('.');
        if (point < 0) {
            return digits;
        }
        while (end > point + 1 + minimumDigits && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end == point + 1 ? point : end);
    }

    /** {@code 10^exponent}, for exponents 0 to 18. */
    public static long powerOfTen(int exponent) {
        return POWERS[exponent];
    }

    /** Quotient rounded half away from zero; the divisor is positive. */
    public static long divideHalfUp(long dividend, long divisor) {
        long quotient = dividend / divisor;
        long remainder = Math.abs(dividend % divisor);
        if (remainder >= divisor - remainder) {
            quotient += dividend < 0 ? -1 : 1;
        }
        return quotient;
    }

    private static boolean isDecimal(CharSequence text) {
        int at = skipDigits(text, skip(text, 0, '-', '-'));
        if (at > 0 && at < text.length() && text.charAt(at) == '.') {
            at = skipDigits(text, at + 1);
        }
        if (at > 0 && at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at = skipDigits(text, skip(text, at + 1, '+', '-'));
        }
        return at == text.length();
    }

    /** The place after the character here if it is one of the two, else here. */
    private static int skip(CharSequence text, int at, char one, char other) {
        boolean matches = at < text.length() && (text.charAt(at) == one || text.charAt(at) == other);
        return matches ? at + 1 : at;
    }

    /** The place after the digits from here on, or -1 if there is none. */
    private static int skipDigits(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at == from ? -1 : at;
    }

    private static long[] powers() {
        long[] powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
