package org.calx.model;

/**
 * Decimal text to scaled integers and back, exactly and without floating point.
 *
 * <p>Accepted text: an optional minus sign, digits, and optionally a point followed by digits; an exponent is accepted
 * too, because JSON writers produce it ({@code 1e-7}). At most {@value #MAX_LENGTH} characters.
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
        if (text.length() == 0 || text.length() > MAX_LENGTH) {
            throw new NumberFormatException("not a decimal: " + text);
        }
        java.math.BigDecimal value = new java.math.BigDecimal(text.toString());
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
        String digits = java.math.BigDecimal.valueOf(value, scale).toPlainString();
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

    private static long[] powers() {
        long[] powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
