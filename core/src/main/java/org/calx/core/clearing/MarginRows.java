package org.calx.core.clearing;

import java.util.Arrays;
import org.calx.core.reference.Products;
import org.calx.model.Currency;

/**
 * Which account and product each row of {@link MarginAccounts} belongs to, and the rows of {@link Positions} that count in it. A row
 * is kept once it is made.
 */
final class MarginRows {
    private final Positions positions;
    private final Products products;
    private final int[][] rowOf;
    private final int[] firstOfAccount;
    private int[] nextOfAccount = new int[MarginAccounts.INITIAL_ROWS];
    private int[] productIds = new int[MarginAccounts.INITIAL_ROWS];
    private byte[] currencies = new byte[MarginAccounts.INITIAL_ROWS];
    private int[] firstPosition = new int[MarginAccounts.INITIAL_ROWS];
    private int used = 1;

    MarginRows(int maxAccounts, Positions positions, Products products) {
        this.positions = positions;
        this.products = products;
        rowOf = new int[maxAccounts + 1][];
        firstOfAccount = new int[maxAccounts + 1];
    }

    /** The row, or {@link MarginAccounts#NONE}. */
    int find(int accountId, int productId) {
        int[] rows = rowOf[accountId];
        return rows == null ? MarginAccounts.NONE : rows[productId];
    }

    /** Makes a row that there is not yet. */
    int add(int accountId, int productId) {
        if (rowOf[accountId] == null) {
            rowOf[accountId] = new int[Products.CAPACITY + 1];
        }
        int row = used++;
        if (row == productIds.length) {
            grow();
        }
        productIds[row] = productId;
        currencies[row] = (byte) products.spec(productId).currency().ordinal();
        firstPosition[row] = Positions.NONE;
        nextOfAccount[row] = firstOfAccount[accountId];
        firstOfAccount[accountId] = row;
        rowOf[accountId][productId] = row;
        return row;
    }

    /** An account's newest row, or {@link MarginAccounts#NONE}. */
    int first(int accountId) {
        return firstOfAccount[accountId];
    }

    /** The same account's row before this one, or {@link MarginAccounts#NONE}. */
    int next(int row) {
        return nextOfAccount[row];
    }

    /** The last row of all accounts. */
    int last() {
        return used - 1;
    }

    int productId(int row) {
        return productIds[row];
    }

    boolean isIn(int row, Currency currency) {
        return currencies[row] == currency.ordinal();
    }

    /** The first row of {@link Positions} that counts in this one. */
    int firstPosition(int row) {
        return firstPosition[row];
    }

    /** Lets a row of {@link Positions} count in this row. */
    void attach(int row, int position) {
        positions.link(position, row, firstPosition[row]);
        firstPosition[row] = position;
    }

    /** Lets a row of {@link Positions}, which must be empty, count no more. */
    void detach(int position) {
        int row = positions.marginRow(position);
        int next = positions.nextOfMargin(position);
        if (firstPosition[row] == position) {
            firstPosition[row] = next;
            return;
        }
        int before = firstPosition[row];
        while (positions.nextOfMargin(before) != position) {
            before = positions.nextOfMargin(before);
        }
        positions.link(before, row, next);
    }

    private void grow() {
        int capacity = productIds.length * 2;
        nextOfAccount = Arrays.copyOf(nextOfAccount, capacity);
        productIds = Arrays.copyOf(productIds, capacity);
        currencies = Arrays.copyOf(currencies, capacity);
        firstPosition = Arrays.copyOf(firstPosition, capacity);
    }
}
