package org.calx.gateway.view;

import java.util.ArrayDeque;
import java.util.Iterator;

/** An instrument's last {@value #MAX_TRADES} trades. */
public final class TradeTape {
    /** Trades kept; the oldest leaves first. */
    public static final int MAX_TRADES = 2_000;

    private final ArrayDeque<TradeView> trades = new ArrayDeque<>();
    private long count;

    void add(TradeView trade) {
        trades.addLast(trade);
        if (trades.size() > MAX_TRADES) {
            trades.removeFirst();
        }
        count++;
    }

    /** Number that the next trade gets. */
    long nextNumber() {
        return count + 1;
    }

    /** The tick direction of a trade at this price after the last one. */
    int directionOf(long priceTicks) {
        TradeView last = trades.peekLast();
        if (last == null || priceTicks > last.priceTicks()) {
            return 0;
        }
        if (priceTicks < last.priceTicks()) {
            return 2;
        }
        return last.tickDirection() | 1;
    }

    /** The last trade, null before the first. */
    public TradeView last() {
        return trades.peekLast();
    }

    /** Newest first. */
    public Iterator<TradeView> newestFirst() {
        return trades.descendingIterator();
    }
}
