package org.calx.bench.matching;

/**
 * An order book under a recorded stream, with the totals every correct book reaches. Subclasses adapt one book each
 * and call {@link #trade} for every fill they hear of.
 */
public abstract class ReplayedBook {

    private long trades;
    private long quantity;
    private long notional;
    private long rejects;

    /** Executes commands {@code from} (inclusive) to {@code to} (exclusive). */
    public final void replay(long[] commands, int from, int to) {
        for (int at = from * Workload.STRIDE; at < to * Workload.STRIDE; at += Workload.STRIDE) {
            execute(commands, at);
        }
    }

    private void execute(long[] commands, int at) {
        long id = commands[at + 1];
        long user = commands[at + 2];
        int side = (int) commands[at + 3];
        long price = commands[at + 4];
        long lots = commands[at + 5];
        boolean known =
                switch ((int) commands[at]) {
                    case Workload.GOOD_TILL_CANCEL -> goodTillCancel(id, user, side, price, lots);
                    case Workload.IMMEDIATE_OR_CANCEL -> immediateOrCancel(id, user, side, price, lots);
                    case Workload.FILL_OR_KILL_BUDGET -> fillOrKillBudget(id, user, side, price, lots);
                    case Workload.CANCEL -> cancel(id, user);
                    case Workload.REDUCE -> reduce(id, user, lots);
                    case Workload.MOVE -> move(id, user, price);
                    case Workload.MODIFY -> modify(id, user, side, price, lots);
                    default -> throw new IllegalArgumentException("unknown operation " + commands[at]);
                };
        if (!known) {
            rejects++;
        }
    }

    protected abstract boolean goodTillCancel(long id, long user, int side, long price, long lots);

    protected abstract boolean immediateOrCancel(long id, long user, int side, long price, long lots);

    protected abstract boolean fillOrKillBudget(long id, long user, int side, long budget, long lots);

    /** This and what follows return false when the order is not there. */
    protected abstract boolean cancel(long id, long user);

    protected abstract boolean reduce(long id, long user, long byLots);

    protected abstract boolean move(long id, long user, long price);

    protected abstract boolean modify(long id, long user, int side, long price, long lots);

    /** Counts a fill. */
    protected final void trade(long price, long lots) {
        trades++;
        quantity += lots;
        notional += price * lots;
    }

    /** The totals of everything replayed so far. */
    public final Totals totals() {
        return new Totals(trades, quantity, notional, rejects);
    }
}
