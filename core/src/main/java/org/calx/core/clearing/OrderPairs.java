package org.calx.core.clearing;

/** Pairs of reserved orders of which one cancels the other: the dearer of the two counts in each scenario. */
public final class OrderPairs {
    private final Clearing clearing;
    private final Positions positions;
    private final Contributions contributions;

    OrderPairs(Clearing clearing, Positions positions, Contributions contributions) {
        this.clearing = clearing;
        this.positions = positions;
        this.contributions = contributions;
    }

    /** Lets two reserved orders count as a pair. Before either is filled, released or amended, {@link #part} them. */
    public void join(int accountId, int instrumentId, long buyTicks, long buyLots, long sellTicks, long sellLots) {
        add(accountId, instrumentId, buyTicks, buyLots, sellTicks, sellLots, 1);
    }

    /** Lets each of a pair count by itself again. */
    public void part(int accountId, int instrumentId, long buyTicks, long buyLots, long sellTicks, long sellLots) {
        add(accountId, instrumentId, buyTicks, buyLots, sellTicks, sellLots, -1);
    }

    private void add(
            int accountId, int instrumentId, long buyTicks, long buyLots, long sellTicks, long sellLots, int sign) {
        int row = positions.find(accountId, instrumentId);
        contributions.addPair(row, buyTicks, buyLots, sellTicks, sellLots, sign);
        clearing.touch(accountId, clearing.currency(instrumentId));
    }
}
