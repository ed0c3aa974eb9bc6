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
 * <p>The loops are the order path's dearest. A loss is turned round for a sell by the two's complement, −x = ~x + 1, whose
 * 1 is added to the loss at once beforehand; maxima run in two chains, so that one does not wait for the other.
 */
public final class ScanningRisk {
    /** Rows of a vector: the scenarios and the row of losses at once. */
    public static final int ROWS = ScenarioArray.SCENARIOS + 1;

    /** The row in which no price moves. */
    public static final int AT_ONCE = ScenarioArray.SCENARIOS;

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
        for (int s = 0; s < ScenarioArray.SCENARIOS; s++) {
            positions[at + s] += lots * losses[offset + s];
        }
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
        long flip = sign >> 1;
        long atOnce = lossAtOnce - flip;
        for (int s = 0; s < ScenarioArray.SCENARIOS; s++) {
            orders[at + s] += lots * orZero((losses[offset + s] ^ flip) + atOnce);
        }
        orders[at + AT_ONCE] += lots * orZero(lossAtOnce);
    }

    /**
     * Takes out of a vector of order losses what two orders add too much of which one cancels the other, or puts it back.
     *
     * @param orders vectors; this one begins at {@code at}
     * @param losses risk arrays; this one begins at {@code offset}
     * @param sign +1 to take out, −1 to put back
     */
    public static void addPair(
            long[] orders,
            int at,
            long[] losses,
            int offset,
            long buyAtOnce,
            long buyLots,
            long sellAtOnce,
            long sellLots,
            int sign) {
        for (int s = 0; s < ScenarioArray.SCENARIOS; s++) {
            orders[at + s] -=
                    sign * OrderPair.excessMicros(losses[offset + s], buyAtOnce, buyLots, sellAtOnce, sellLots);
        }
        orders[at + AT_ONCE] -= sign * OrderPair.excessMicros(0, buyAtOnce, buyLots, sellAtOnce, sellLots);
    }

    /** The worst loss over all rows and all fills: never below zero. */
    public static long worstLoss(long[] positions, long[] orders, int at) {
        long even = Math.max(0, positions[at + AT_ONCE] + orders[at + AT_ONCE]);
        long odd = 0;
        for (int row = at; row < at + ScenarioArray.SCENARIOS; row += 2) {
            even = Math.max(even, positions[row] + orders[row]);
            odd = Math.max(odd, positions[row + 1] + orders[row + 1]);
        }
        return Math.max(even, odd);
    }

    /**
     * The worst loss over the scenarios alone, which may be a gain.
     *
     * @param orders the vector of order losses that begins at {@code ordersAt}
     */
    public static long worstScenario(long[] positions, int at, long[] orders, int ordersAt) {
        long worst = positions[at] + orders[ordersAt];
        for (int s = 1; s < ScenarioArray.SCENARIOS; s++) {
            worst = Math.max(worst, positions[at + s] + orders[ordersAt + s]);
        }
        return worst;
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
        long flip = sign >> 1;
        long atOnce = lossAtOnce - flip;
        with[AT_ONCE] = orders[at + AT_ONCE] + lots * orZero(lossAtOnce);
        long even = Math.max(0, positions[at + AT_ONCE] + with[AT_ONCE]);
        long odd = 0;
        for (int s = 0; s < ScenarioArray.SCENARIOS; s += 2) {
            with[s] = orders[at + s] + lots * orZero((losses[offset + s] ^ flip) + atOnce);
            with[s + 1] = orders[at + s + 1] + lots * orZero((losses[offset + s + 1] ^ flip) + atOnce);
            even = Math.max(even, positions[at + s] + with[s]);
            odd = Math.max(odd, positions[at + s + 1] + with[s + 1]);
        }
        return Math.max(even, odd);
    }

    /** The value, or 0 if it is below, without a branch: whether a scenario hurts an order cannot be foreseen. */
    private static long orZero(long value) {
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
