package org.calx.core.clearing;

import java.util.Arrays;
import org.calx.core.reference.Instruments;
import org.calx.margin.OptionValue;
import org.calx.margin.OrderPair;
import org.calx.margin.ProductCharges;
import org.calx.model.OptionType;

/**
 * What options add to rows of {@link MarginAccounts} in products that list some: net option value, what orders cost where no
 * price moves, and the most short calls and puts that fills could make. Kept up to date with every order and fill.
 */
final class OptionMargins {
    private final Instruments instruments;
    private final Positions positions;
    private final MarginAccounts margins;
    private final Deltas deltas;
    private long[] values = {0};
    private long[] ordersMore = {0};
    private long[] shortCalls = {0};
    private long[] shortPuts = {0};

    OptionMargins(Instruments instruments, Positions positions, MarginAccounts margins) {
        this.instruments = instruments;
        this.positions = positions;
        this.margins = margins;
        deltas = new Deltas(instruments);
    }

    /** Makes values and what orders cost zero. */
    void clear(int row) {
        makeRoom(row);
        values[row] = 0;
        ordersMore[row] = 0;
    }

    /** Adds signed lots of an option. */
    void addPosition(int row, int instrumentId, long lots) {
        makeRoom(row);
        values[row] += lots * instruments.riskArrays().optionValueMicros(instrumentId);
    }

    /** Adds an order in an option, or takes it away with negative lots. */
    void addOrder(int row, int instrumentId, int sign, long lossAtOnce, long lots) {
        makeRoom(row);
        ordersMore[row] += lots * moreThanAtOnce(instrumentId, sign, lossAtOnce);
    }

    /** Takes out what a pair adds too much where no price moves, beyond what it does at once. */
    void addPair(int row, int instrumentId, long[] pair, int sign) {
        makeRoom(row);
        long value = instruments.riskArrays().optionValueMicros(instrumentId);
        ordersMore[row] -= sign * (excess(-value, pair) - excess(0, pair));
    }

    private static long excess(long lossOfLong, long[] pair) {
        return OrderPair.excessMicros(lossOfLong, pair[0], pair[1], pair[2], pair[3]);
    }

    private long moreThanAtOnce(int instrumentId, int sign, long lossAtOnce) {
        return OptionValue.moreThanAtOnce(
                sign, lossAtOnce, instruments.riskArrays().optionValueMicros(instrumentId));
    }

    /** Counts an option's row of {@link Positions} anew that had these ends before it changed. */
    void changeReach(int position, long oldLow, long oldHigh) {
        int row = positions.marginRow(position);
        int instrumentId = positions.instrumentId(position);
        makeRoom(row);
        long newLow = positions.low(position);
        long newHigh = positions.high(position);
        long[] shorts = isCall(instrumentId) ? shortCalls : shortPuts;
        shorts[row] += Math.max(0, -newLow) - Math.max(0, -oldLow);
        margins.moveReach(
                row,
                instruments.bucket(instrumentId),
                deltas.low(instrumentId, oldLow, oldHigh),
                deltas.high(instrumentId, oldLow, oldHigh),
                deltas.low(instrumentId, newLow, newHigh),
                deltas.high(instrumentId, newLow, newHigh));
    }

    private boolean isCall(int instrumentId) {
        return instruments.spec(instrumentId).option().type() == OptionType.CALL;
    }

    /** What a row requires whose worst loss over the scenarios is this. @param chargesMicros charges less the credit */
    long requirementMicros(
            int row, long worstScenario, ProductCharges charges, long chargesMicros, long concentrationMicros) {
        makeRoom(row);
        long value = margins.atOnceMicros(row) + ordersMore[row] - values[row];
        long shorts = charges.shortOptionMicros(shortCalls[row], shortPuts[row]);
        return combine(worstScenario, value, shorts, margins.atOnceMicros(row), chargesMicros, concentrationMicros);
    }

    /**
     * What a row would require with the order that {@link MarginAccounts#scanningWithMicros} was asked for just before, by which its
     * worst loss over the scenarios would be this.
     *
     * @param row which may be {@link MarginAccounts#NONE}
     * @param position the row of {@link Positions} of the order's instrument, which may be none
     */
    long requirementWithMicros(
            int row,
            int position,
            long worstScenario,
            int instrumentId,
            int sign,
            long lossAtOnce,
            long lots,
            ProductCharges charges,
            long chargesMicros,
            long concentrationMicros) {
        makeRoom(row);
        long more = ordersMore[row];
        long calls = shortCalls[row];
        long puts = shortPuts[row];
        if (instruments.isOption(instrumentId)) {
            more += lots * moreThanAtOnce(instrumentId, sign, lossAtOnce);
            long added = sign > 0 ? 0 : addedShorts(position, lots);
            calls += isCall(instrumentId) ? added : 0;
            puts += isCall(instrumentId) ? 0 : added;
        }
        return combine(
                worstScenario,
                margins.atOnceWithMicros() + more - values[row],
                charges.shortOptionMicros(calls, puts),
                margins.atOnceWithMicros(),
                chargesMicros,
                concentrationMicros);
    }

    private long addedShorts(int position, long lots) {
        return Math.max(0, lots - positions.low(position)) - positions.shortReach(position);
    }

    private static long combine(
            long worstScenario, long value, long shorts, long atOnce, long charges, long concentration) {
        long charged = Math.addExact(Math.max(worstScenario, value), charges);
        long least = Math.max(Math.addExact(value, shorts), atOnce);
        return Math.addExact(Math.max(charged, least), concentration);
    }

    /** Whether fills could leave the account an option in the row: then no spread with another product credits it. */
    boolean couldHoldAny(int row) {
        for (int at = margins.rows().firstPosition(row); at != Positions.NONE; at = positions.nextOfMargin(at)) {
            boolean held = positions.low(at) != 0 || positions.high(at) != 0;
            if (held && instruments.isOption(positions.instrumentId(at))) {
                return true;
            }
        }
        return false;
    }

    private void makeRoom(int row) {
        if (row >= values.length) {
            int capacity = Math.max(2 * values.length, row + 1);
            values = Arrays.copyOf(values, capacity);
            ordersMore = Arrays.copyOf(ordersMore, capacity);
            shortCalls = Arrays.copyOf(shortCalls, capacity);
            shortPuts = Arrays.copyOf(shortPuts, capacity);
        }
    }
}
