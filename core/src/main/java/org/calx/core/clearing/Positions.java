package org.calx.core.clearing;

import java.util.Arrays;
import org.calx.model.Side;

/**
 * The rows of account × instrument that anything was ever done in: position, open value and open order lots.
 *
 * <p>A row is made at the account's first order in the instrument and dropped when the instrument expires. The rows of an
 * instrument are linked in the order in which they were made, which is the order of settlement; the rows of an account
 * in a product hang from its row in {@link MarginAccounts}. Row numbers are handles, never part of what anyone is told:
 * snapshots keep the order of each instrument's list alone.
 */
final class Positions {
    /** No row. It reads as an empty one and is never written. */
    static final int NONE = 0;

    private static final int INITIAL_ROWS = 1_024;

    private final int maxInstruments;
    private final int[][] rowOf;
    private final int[] firstOfInstrument;
    private final int[] lastOfInstrument;
    private final int[] countOfInstrument;
    private int[] accountIds = new int[INITIAL_ROWS];
    private int[] instrumentIds = new int[INITIAL_ROWS];
    private int[] nextOfInstrument = new int[INITIAL_ROWS];
    private int[] marginRows = new int[INITIAL_ROWS];
    private int[] nextOfMargin = new int[INITIAL_ROWS];
    private long[] lots = new long[INITIAL_ROWS];
    private long[] openValues = new long[INITIAL_ROWS];
    private long[] openBuys = new long[INITIAL_ROWS];
    private long[] openSells = new long[INITIAL_ROWS];
    private int used = 1;
    private int free;

    Positions(int maxAccounts, int maxInstruments) {
        this.maxInstruments = maxInstruments;
        rowOf = new int[maxAccounts + 1][];
        firstOfInstrument = new int[maxInstruments + 1];
        lastOfInstrument = new int[maxInstruments + 1];
        countOfInstrument = new int[maxInstruments + 1];
    }

    /** The row, or {@link #NONE}. */
    int find(int accountId, int instrumentId) {
        int[] rows = rowOf[accountId];
        return rows == null ? NONE : rows[instrumentId];
    }

    /** Makes a row at the end of the instrument's list. Memory grows by doubling, an account's index at its first row. */
    int create(int accountId, int instrumentId) {
        if (rowOf[accountId] == null) {
            rowOf[accountId] = new int[maxInstruments + 1];
        }
        int row = take();
        accountIds[row] = accountId;
        instrumentIds[row] = instrumentId;
        nextOfInstrument[row] = NONE;
        if (firstOfInstrument[instrumentId] == NONE) {
            firstOfInstrument[instrumentId] = row;
        } else {
            nextOfInstrument[lastOfInstrument[instrumentId]] = row;
        }
        lastOfInstrument[instrumentId] = row;
        countOfInstrument[instrumentId]++;
        rowOf[accountId][instrumentId] = row;
        return row;
    }

    /** Drops all rows of an instrument. */
    void dropAll(int instrumentId) {
        int row = firstOfInstrument[instrumentId];
        while (row != NONE) {
            int next = nextOfInstrument[row];
            rowOf[accountIds[row]][instrumentId] = 0;
            nextOfInstrument[row] = free;
            free = row;
            row = next;
        }
        firstOfInstrument[instrumentId] = NONE;
        lastOfInstrument[instrumentId] = NONE;
        countOfInstrument[instrumentId] = 0;
    }

    /** How many rows an instrument has. */
    int count(int instrumentId) {
        return countOfInstrument[instrumentId];
    }

    int first(int instrumentId) {
        return firstOfInstrument[instrumentId];
    }

    int next(int row) {
        return nextOfInstrument[row];
    }

    int accountId(int row) {
        return accountIds[row];
    }

    int instrumentId(int row) {
        return instrumentIds[row];
    }

    /** The row of {@link MarginAccounts} that this row counts in. */
    int marginRow(int row) {
        return marginRows[row];
    }

    /** The next row that counts in the same margin row, or {@link #NONE}. */
    int nextOfMargin(int row) {
        return nextOfMargin[row];
    }

    /** Hangs the row before {@code next} in its margin row's list. */
    void link(int row, int marginRow, int next) {
        marginRows[row] = marginRow;
        nextOfMargin[row] = next;
    }

    long lots(int row) {
        return lots[row];
    }

    long openValueMicros(int row) {
        return openValues[row];
    }

    long openBuyLots(int row) {
        return openBuys[row];
    }

    long openSellLots(int row) {
        return openSells[row];
    }

    void set(int row, long positionLots, long openValueMicros) {
        lots[row] = positionLots;
        openValues[row] = openValueMicros;
    }

    /** Adds signed lots that cost a signed value. */
    void add(int row, long signedLots, long valueMicros) {
        set(row, lots[row] + signedLots, Math.addExact(openValues[row], valueMicros));
    }

    /** Adds lots of orders on a side, or takes them away if negative. */
    void addOpenLots(int row, Side side, long orderLots) {
        boolean isBuy = side == Side.BUY;
        setOpenLots(row, openBuys[row] + (isBuy ? orderLots : 0), openSells[row] + (isBuy ? 0 : orderLots));
    }

    private void setOpenLots(int row, long buyLots, long sellLots) {
        if (buyLots < 0 || sellLots < 0) {
            throw new IllegalStateException("open lots below zero: account " + accountIds[row] + ", instrument "
                    + instrumentIds[row] + ", buys " + buyLots + ", sells " + sellLots);
        }
        openBuys[row] = buyLots;
        openSells[row] = sellLots;
    }

    /** The least position that fills could make of the row. */
    long low(int row) {
        return lots[row] - openSells[row];
    }

    /** The largest. */
    long high(int row) {
        return lots[row] + openBuys[row];
    }

    /** The most lots long that fills could make of the row. */
    long longReach(int row) {
        return Math.max(0, high(row));
    }

    /** The most lots short that fills could make of the row, unsigned. */
    long shortReach(int row) {
        return Math.max(0, -low(row));
    }

    private int take() {
        int row = free;
        if (row != NONE) {
            free = nextOfInstrument[row];
        } else {
            row = used++;
            if (row == lots.length) {
                grow();
            }
        }
        set(row, 0, 0);
        setOpenLots(row, 0, 0);
        return row;
    }

    private void grow() {
        int capacity = lots.length * 2;
        accountIds = Arrays.copyOf(accountIds, capacity);
        instrumentIds = Arrays.copyOf(instrumentIds, capacity);
        nextOfInstrument = Arrays.copyOf(nextOfInstrument, capacity);
        marginRows = Arrays.copyOf(marginRows, capacity);
        nextOfMargin = Arrays.copyOf(nextOfMargin, capacity);
        lots = Arrays.copyOf(lots, capacity);
        openValues = Arrays.copyOf(openValues, capacity);
        openBuys = Arrays.copyOf(openBuys, capacity);
        openSells = Arrays.copyOf(openSells, capacity);
    }
}
