package org.calx.core.clearing;

import java.util.Arrays;
import org.calx.core.reference.Accounts;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.PolicyArrays;
import org.calx.margin.OrderPair;

/**
 * The two vectors of rows of {@link MarginAccounts} in products with a grid of scenarios: what positions lose, and the most that
 * orders could add, in each of any number of scenarios.
 */
final class GridMargins {
    private final PolicyArrays arrays;
    private final Accounts accounts;
    private long[][] positionLosses = {};
    private long[][] orderLosses = {};

    GridMargins(Instruments instruments, Accounts accounts) {
        this.accounts = accounts;
        arrays = instruments.riskArrays().others();
    }

    void clear(int row) {
        if (!isEmpty(row)) {
            Arrays.fill(positionLosses[row], 0);
            Arrays.fill(orderLosses[row], 0);
        }
    }

    void addPosition(int row, int accountId, int instrumentId, long lots) {
        int scenarios = prepare(row, instrumentId);
        long[] losses = arrays.losses(instrumentId);
        int offset = offset(accountId, instrumentId);
        for (int s = 0; s < scenarios; s++) {
            positionLosses[row][s] += lots * losses[offset + s];
        }
    }

    void addOrder(int row, int accountId, int instrumentId, int sign, long lossAtOnce, long lots) {
        int scenarios = prepare(row, instrumentId);
        long[] losses = arrays.losses(instrumentId);
        int offset = offset(accountId, instrumentId);
        for (int s = 0; s < scenarios; s++) {
            orderLosses[row][s] += lots * Math.max(0, sign * losses[offset + s] + lossAtOnce);
        }
    }

    void addPair(int row, int accountId, int instrumentId, long[] pair, int sign) {
        int scenarios = prepare(row, instrumentId);
        long[] losses = arrays.losses(instrumentId);
        int offset = offset(accountId, instrumentId);
        for (int s = 0; s < scenarios; s++) {
            orderLosses[row][s] -=
                    sign * OrderPair.excessMicros(losses[offset + s], pair[0], pair[1], pair[2], pair[3]);
        }
    }

    /** The worst loss over the scenarios, which may be a gain. */
    long worstMicros(int row) {
        if (isEmpty(row)) {
            return Long.MIN_VALUE;
        }
        long worst = Long.MIN_VALUE;
        for (int s = 0; s < positionLosses[row].length; s++) {
            worst = Math.max(worst, positionLosses[row][s] + orderLosses[row][s]);
        }
        return worst;
    }

    /** The same with one more order. @param row which may be {@link MarginAccounts#NONE} */
    long worstWithMicros(int row, int accountId, int instrumentId, int sign, long lossAtOnce, long lots) {
        long[] losses = arrays.losses(instrumentId);
        int offset = offset(accountId, instrumentId);
        boolean empty = isEmpty(row);
        long worst = Long.MIN_VALUE;
        for (int s = 0; s < arrays.scenarios(instrumentId); s++) {
            long kept = empty ? 0 : positionLosses[row][s] + orderLosses[row][s];
            worst = Math.max(worst, kept + lots * Math.max(0, sign * losses[offset + s] + lossAtOnce));
        }
        return worst;
    }

    private int offset(int accountId, int instrumentId) {
        return arrays.offset(instrumentId, accounts.risk(accountId).rating());
    }

    private boolean isEmpty(int row) {
        return row >= positionLosses.length || positionLosses[row] == null;
    }

    /** Makes the row's vectors. They are zero whenever the number of scenarios changes, which it may while nothing is held. */
    private int prepare(int row, int instrumentId) {
        int scenarios = arrays.scenarios(instrumentId);
        if (row >= positionLosses.length) {
            int capacity = Math.max(2 * row, 16);
            positionLosses = Arrays.copyOf(positionLosses, capacity);
            orderLosses = Arrays.copyOf(orderLosses, capacity);
        }
        if (positionLosses[row] == null || positionLosses[row].length != scenarios) {
            positionLosses[row] = new long[scenarios];
            orderLosses[row] = new long[scenarios];
        }
        return scenarios;
    }
}
