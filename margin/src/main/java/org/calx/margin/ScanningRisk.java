package org.calx.margin;

/**
 * The kernel of scanning margin with working orders: two vectors per account and product, one of what the positions lose
 * in each scenario, one of what the working orders could add.
 *
 * <p>A vector has {@value #ROWS} rows: the 16 scenarios, and row {@value #AT_ONCE} in which no price moves and no time
 * passes. Its position loss is zero, so that a gain in all scenarios never lowers a requirement below zero, and its
 * order losses are what fills cost at once.
 *
 * <p>Of an order of q lots that loses c a lot at once and a lot in scenario s, any part x of q may fill. The worst over
 * all parts of all orders of Σ x·(a + c) is Σ q·max(0, a + c), because each term is linear in its own x. The worst
 * over fills and scenarios together is the maximum over scenarios of that, because two maxima commute: the vectors give
 * it exactly. {@code docs/spec/margin.md} has the proof and numbers.
 *
 * <p>The loops over the scenarios are the order path's dearest: {@link ScenarioPasses} has two forms of them.
 */
public final class ScanningRisk {
    /** Rows of a vector: the scenarios and the row of losses at once. */
    public static final int ROWS = ScenarioArray.SCENARIOS + 1;

    /** The row in which no price moves. */
    public static final int AT_ONCE = ScenarioArray.SCENARIOS;

    private static final ScenarioPasses PASSES = ScenarioPasses.fastest();

    private ScanningRisk() {}

    /**
     * What one lot loses the moment it fills at the order's limit: a buy at 2.60 against a valuation of 2.50 loses
     * 0.10 × 730 = 73 USD and the fee. Negative where the limit is better than the valuation.
     *
     * @param sign +1 for a buy, −1 for a sell
     * @param priceMicros the limit, micros per unit
     * @param valuationMicros what the instrument is valued at, micros per unit
     * @param unitsPerLot units in one lot
     * @param feeMicrosPerLot the highest fee that a fill may cost
     */
    public static long lossAtOnceMicros(
            int sign, long priceMicros, long valuationMicros, int unitsPerLot, long feeMicrosPerLot) {
        return sign * (priceMicros - valuationMicros) * unitsPerLot + feeMicrosPerLot;
    }

    /**
     * Adds a signed number of lots to a vector of position losses.
     *
     * @param positions vectors; this one begins at {@code at}
     * @param losses risk arrays; this one begins at {@code offset}
     */
    public static void addPosition(long[] positions, int at, long[] losses, int offset, long lots) {
        PASSES.addPosition(positions, at, losses, offset, lots);
    }

    /**
     * Adds an order's worst addition to a vector of order losses; with negative lots takes it away.
     *
     * @param orders vectors; this one begins at {@code at}
     * @param losses risk arrays; this one begins at {@code offset}
     * @param sign +1 for a buy, −1 for a sell
     * @param lossAtOnce micros per lot, of {@link #lossAtOnceMicros}
     * @param lots remaining lots, unsigned by side
     */
    public static void addOrder(
            long[] orders, int at, long[] losses, int offset, int sign, long lossAtOnce, long lots) {
        PASSES.addOrder(orders, at, losses, offset, sign, lossAtOnce, lots);
        orders[at + AT_ONCE] += lots * orZero(lossAtOnce);
    }

    /**
     * Takes out of a vector of order losses what two orders add too much of which one cancels the other, or puts it back.
     *
     * @param orders vectors; this one begins at {@code at}
     * @param losses risk arrays; this one begins at {@code offset}
     * @param pair loss at once and lots of the buy, then of the sell
     * @param sign +1 to take out, −1 to put back
     */
    public static void addPair(long[] orders, int at, long[] losses, int offset, long[] pair, int sign) {
        for (int s = 0; s < ScenarioArray.SCENARIOS; s++) {
            orders[at + s] -= sign * OrderPair.excessMicros(losses[offset + s], pair[0], pair[1], pair[2], pair[3]);
        }
        orders[at + AT_ONCE] -= sign * OrderPair.excessMicros(0, pair[0], pair[1], pair[2], pair[3]);
    }

    /** The worst loss over all rows and all fills: never below zero. */
    public static long worstLoss(long[] positions, long[] orders, int at) {
        long atOnce = Math.max(0, positions[at + AT_ONCE] + orders[at + AT_ONCE]);
        return Math.max(atOnce, PASSES.worst(positions, at, orders, at));
    }

    /**
     * The worst loss over the scenarios alone, which may be a gain.
     *
     * @param orders the vector of order losses that begins at {@code ordersAt}
     */
    public static long worstScenario(long[] positions, int at, long[] orders, int ordersAt) {
        return PASSES.worst(positions, at, orders, ordersAt);
    }

    /**
     * {@link #worstLoss} as it would be with one more order, which is not added.
     *
     * @param with becomes the vector of order losses with the order
     */
    public static long worstLossWith(
            long[] positions,
            long[] orders,
            int at,
            long[] losses,
            int offset,
            int sign,
            long lossAtOnce,
            long lots,
            long[] with) {
        with[AT_ONCE] = orders[at + AT_ONCE] + lots * orZero(lossAtOnce);
        long atOnce = Math.max(0, positions[at + AT_ONCE] + with[AT_ONCE]);
        long worst = PASSES.worstWith(positions, orders, at, losses, offset, sign, lossAtOnce, lots, with);
        return Math.max(atOnce, worst);
    }

    /** The value, or 0 if it is below, without a branch: whether a scenario hurts an order cannot be foreseen. */
    static long orZero(long value) {
        return value & ~(value >> 63);
    }

    /**
     * The first row that has the worst loss, which is {@link #AT_ONCE} where that is nothing.
     *
     * @param positions vectors; this one begins at {@code at}
     * @param orders one vector
     */
    public static int rowOf(long worstLoss, long[] positions, int at, long[] orders) {
        for (int row = 0; row < AT_ONCE; row++) {
            if (positions[at + row] + orders[row] == worstLoss) {
                return row;
            }
        }
        return AT_ONCE;
    }
}
