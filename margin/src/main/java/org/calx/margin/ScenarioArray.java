package org.calx.margin;

import org.calx.model.Decimals;

/**
 * The 16 scenarios in which margin is scanned, and the array of a future: what one long lot loses in each.
 *
 * <p>Scenarios 1 to 14 (indices 0 to 13) move the price by 0, +1/3, −1/3, +2/3, −2/3, +1 and −1 of the price scan range,
 * each with the volatility up and down, which a future does not feel. Scenarios 15 and 16 move it by an extreme multiple
 * of the range, up and down, of whose loss only a part is covered.
 */
public final class ScenarioArray {
    /** Largest loss of one lot in a scenario: twice the largest value that a lot may have, in micros. */
    public static final long MAX_LOSS_MICROS = 8_000_000_000_000L;

    /** Scenarios. */
    public static final int SCENARIOS = 16;

    private static final int[] MOVE_THIRDS = {0, 0, 1, 1, -1, -1, 2, 2, -2, -2, 3, 3, -3, -3};
    private static final int THIRDS = 3;
    private static final int UNIT_BPS = 10_000;

    private ScenarioArray() {}

    /**
     * A future's array: a new array of {@value #SCENARIOS} losses of one long lot.
     *
     * <p>A lot whose scan range is 300 USD with an extreme of 3 ranges covered to 1/3 gains 100, 200 and 300 as the price
     * goes up by thirds, loses as much as it goes down, and gains or loses 300 in the extremes.
     *
     * @param scanMicrosPerLot price scan range of one lot in micros, 0 or above
     * @param extremeMultiple the extreme move as a multiple of the range
     * @param coverNumerator covered part of the extreme loss, numerator
     * @param coverDenominator covered part of the extreme loss, denominator, above 0
     * @return losses in micros, each rounded half up on its magnitude
     * @throws ArithmeticException if a product does not fit a {@code long}
     */
    public static long[] ofFuture(
            long scanMicrosPerLot, int extremeMultiple, int coverNumerator, int coverDenominator) {
        long[] losses = new long[SCENARIOS];
        for (int s = 0; s < MOVE_THIRDS.length; s++) {
            losses[s] = Decimals.divideHalfUp(Math.multiplyExact(-MOVE_THIRDS[s], scanMicrosPerLot), THIRDS);
        }
        long extreme = Math.multiplyExact(scanMicrosPerLot, extremeMultiple);
        long covered = Decimals.divideHalfUp(Math.multiplyExact(extreme, coverNumerator), coverDenominator);
        losses[SCENARIOS - 2] = -covered;
        losses[SCENARIOS - 1] = covered;
        return losses;
    }

    /** {@link #ofFuture(long, int, int, int)} with the customary extreme: 3 ranges, covered to one third. */
    public static long[] ofFuture(long scanMicrosPerLot) {
        return ofFuture(scanMicrosPerLot, 3, 1, 3);
    }

    /**
     * Multiplies an array: every loss and every gain by the same factor, so that fills at a limit are still covered exactly.
     *
     * @param losses arrays; this one begins at {@code offset}
     * @param scaled receives the products at {@code to}, each rounded half up on its magnitude
     *     and no further than {@link #MAX_LOSS_MICROS}
     * @param bps the factor in ten-thousandths
     */
    public static void scale(long[] losses, int offset, long[] scaled, int to, int bps) {
        scale(losses, offset, scaled, to, bps, SCENARIOS);
    }

    /** The same for an array of so many scenarios. */
    public static void scale(long[] losses, int offset, long[] scaled, int to, int bps, int scenarios) {
        for (int s = 0; s < scenarios; s++) {
            long product = Decimals.divideHalfUp(Math.multiplyExact(losses[offset + s], (long) bps), UNIT_BPS);
            scaled[to + s] = Math.clamp(product, -MAX_LOSS_MICROS, MAX_LOSS_MICROS);
        }
    }
}
