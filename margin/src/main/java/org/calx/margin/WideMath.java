package org.calx.margin;

/** Products of 128 bits and their quotients, for values not below 0. */
public final class WideMath {
    private static final long HALF_MASK = 0xFFFF_FFFFL;
    private static final int HALF = 32;

    private WideMath() {}

    /**
     * {@code factor × other / divisor}, rounded down.
     *
     * @throws ArithmeticException if it does not fit a {@code long}
     */
    public static long multiplyDivideDown(long factor, long other, long divisor) {
        long high = Math.multiplyHigh(factor, other);
        long low = factor * other;
        if (high == 0 && low >= 0) {
            return low / divisor;
        }
        if (high >= divisor) {
            throw new ArithmeticException("a quotient does not fit 64 bits");
        }
        long quotient = divide(high, low, divisor);
        if (quotient < 0) {
            throw new ArithmeticException("a quotient does not fit 64 bits");
        }
        return quotient;
    }

    /**
     * {@code factor × other / divisor}, rounded up.
     *
     * @throws ArithmeticException if it does not fit a {@code long}
     */
    public static long multiplyDivideUp(long factor, long other, long divisor) {
        long quotient = multiplyDivideDown(factor, other, divisor);
        boolean isWhole = quotient * divisor == factor * other;
        return isWhole ? quotient : Math.incrementExact(quotient);
    }

    /** Quotient rounded up; neither is below 0. */
    public static long divideUp(long dividend, long divisor) {
        return dividend / divisor + (dividend % divisor == 0 ? 0 : 1);
    }

    /** Whether {@code a × b < c × d}. */
    public static boolean isLess(long a, long b, long c, long d) {
        long left = Math.multiplyHigh(a, b);
        long right = Math.multiplyHigh(c, d);
        return left != right ? left < right : Long.compareUnsigned(a * b, c * d) < 0;
    }

    /** Sign of {@code a × b − c × d} for factors of any sign. */
    public static int compare(long a, long b, long c, long d) {
        long left = Math.multiplyHigh(a, b);
        long right = Math.multiplyHigh(c, d);
        return left != right ? Long.compare(left, right) : Long.compareUnsigned(a * b, c * d);
    }

    /** Least common multiple of two numbers above 0. @throws ArithmeticException if it does not fit a {@code long} */
    public static long leastCommonMultiple(long one, long other) {
        return Math.multiplyExact(one / greatestCommonDivisor(one, other), other);
    }

    /** Greatest common divisor; not both are 0. */
    public static long greatestCommonDivisor(long one, long other) {
        long a = Math.abs(one);
        long b = Math.abs(other);
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    /** Long division in digits of 32 bits (Knuth, The Art of Computer Programming, vol. 2, 4.3.1, algorithm D). */
    private static long divide(long high, long low, long divisor) {
        int shift = Long.numberOfLeadingZeros(divisor);
        long d = divisor << shift;
        long n1 = shift == 0 ? high : high << shift | low >>> -shift;
        long n0 = low << shift;
        long first = digit(n1, n0 >>> HALF, d);
        long rest = (n1 << HALF | n0 >>> HALF) - first * d;
        return first << HALF | digit(rest, n0 & HALF_MASK, d);
    }

    /** One digit of the quotient of {@code rest × 2^32 + next} by the normalised divisor. */
    private static long digit(long rest, long next, long d) {
        long dHigh = d >>> HALF;
        long dLow = d & HALF_MASK;
        long guess = Long.divideUnsigned(rest, dHigh);
        long left = rest - guess * dHigh;
        while (guess > HALF_MASK || Long.compareUnsigned(guess * dLow, left << HALF | next) > 0) {
            guess--;
            left += dHigh;
            if (left > HALF_MASK) {
                break;
            }
        }
        return guess;
    }
}
