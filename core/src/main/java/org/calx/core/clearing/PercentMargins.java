package org.calx.core.clearing;

import java.util.Arrays;
import org.calx.core.reference.Accounts;
import org.calx.core.reference.Instruments;
import org.calx.margin.OrderPair;

/**
 * Margin by a percentage: for each row of {@link Positions} the most that its orders could lose if it ends long, if it ends short,
 * and by their fills alone. {@code org.calx.margin.PercentMargin} says why three sums are exact over all fills.
 */
final class PercentMargins {
    private final Instruments instruments;
    private final Accounts accounts;
    private final Positions positions;
    private final MarginAccounts margins;
    private long[] ordersLong = {0};
    private long[] ordersShort = {0};
    private long[] ordersAtOnce = {0};

    private long longs;
    private long shorts;
    private long beside;

    PercentMargins(Instruments instruments, Accounts accounts, Positions positions, MarginAccounts margins) {
        this.instruments = instruments;
        this.accounts = accounts;
        this.positions = positions;
        this.margins = margins;
    }

    void clear(int position) {
        if (position < ordersLong.length) {
            ordersLong[position] = 0;
            ordersShort[position] = 0;
            ordersAtOnce[position] = 0;
        }
    }

    /** Adds an order to its row of {@link Positions}, or takes it away with negative lots. */
    void addOrder(int position, int accountId, int instrumentId, int sign, long lossAtOnce, long lots) {
        if (position >= ordersLong.length) {
            int capacity = Math.max(2 * position, 16);
            ordersLong = Arrays.copyOf(ordersLong, capacity);
            ordersShort = Arrays.copyOf(ordersShort, capacity);
            ordersAtOnce = Arrays.copyOf(ordersAtOnce, capacity);
        }
        long margin = sign * marginMicros(accountId, instrumentId);
        ordersLong[position] += lots * Math.max(0, lossAtOnce + margin);
        ordersShort[position] += lots * Math.max(0, lossAtOnce - margin);
        ordersAtOnce[position] += lots * Math.max(0, lossAtOnce);
    }

    void addPair(int position, int accountId, int instrumentId, long[] pair, int sign) {
        long margin = marginMicros(accountId, instrumentId);
        ordersLong[position] -= sign * OrderPair.excessMicros(margin, pair[0], pair[1], pair[2], pair[3]);
        ordersShort[position] -= sign * OrderPair.excessMicros(-margin, pair[0], pair[1], pair[2], pair[3]);
        ordersAtOnce[position] -= sign * OrderPair.excessMicros(0, pair[0], pair[1], pair[2], pair[3]);
    }

    private long marginMicros(int accountId, int instrumentId) {
        return instruments
                .riskArrays()
                .others()
                .percentMicros(instrumentId, accounts.risk(accountId).rating());
    }

    /** What a margin row requires. */
    long requirementMicros(int row, boolean largerSide) {
        begin();
        for (int at = margins.rows().firstPosition(row); at != Positions.NONE; at = positions.nextOfMargin(at)) {
            addMonth(at, positions.accountId(at), positions.instrumentId(at), 0, 0, 0, largerSide);
        }
        return sum();
    }

    /** What it would require with one more order. @param row which may be {@link MarginAccounts#NONE} */
    long requirementWithMicros(
            int row, int accountId, int instrumentId, int sign, long lossAtOnce, long lots, boolean largerSide) {
        begin();
        boolean added = false;
        for (int at = margins.rows().firstPosition(row); at != Positions.NONE; at = positions.nextOfMargin(at)) {
            boolean here = positions.instrumentId(at) == instrumentId;
            addMonth(at, accountId, positions.instrumentId(at), sign, lossAtOnce, here ? lots : 0, largerSide);
            added |= here;
        }
        if (!added) {
            addMonth(Positions.NONE, accountId, instrumentId, sign, lossAtOnce, lots, largerSide);
        }
        return sum();
    }

    private void begin() {
        longs = 0;
        shorts = 0;
        beside = 0;
    }

    private long sum() {
        return Math.addExact(Math.max(longs, shorts), beside);
    }

    private void addMonth(
            int at, int accountId, int instrumentId, int sign, long lossAtOnce, long lots, boolean largerSide) {
        long margin = marginMicros(accountId, instrumentId);
        int orders = at < ordersLong.length ? at : Positions.NONE;
        long held = Math.multiplyExact(positions.lots(at), margin);
        long atOnce = ordersAtOnce[orders] + lots * Math.max(0, lossAtOnce);
        long asLong = held + ordersLong[orders] + lots * Math.max(0, lossAtOnce + sign * margin);
        long asShort = ordersShort[orders] - held + lots * Math.max(0, lossAtOnce - sign * margin);
        if (!largerSide || instruments.isExcluded(instrumentId)) {
            beside = Math.addExact(beside, Math.max(atOnce, Math.max(asLong, asShort)));
        } else {
            longs = Math.addExact(longs, Math.max(atOnce, asLong));
            shorts = Math.addExact(shorts, Math.max(atOnce, asShort));
        }
    }
}
