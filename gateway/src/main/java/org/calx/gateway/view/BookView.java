package org.calx.gateway.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.calx.model.Side;

/**
 * The quantities of one book by price, and the chain of its changes.
 *
 * <p>A change id is the event sequence of the command that changed the book, so it is the same at every gateway.
 */
public final class BookView {
    private final NavigableMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<Long, Long> asks = new TreeMap<>();
    private final NavigableMap<Long, Long> bidsBefore = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<Long, Long> asksBefore = new TreeMap<>();
    private long changeId;
    private long changedNs;

    /** Adds lots to a price; a negative number takes them away. */
    void add(Side side, long priceTicks, long lots) {
        NavigableMap<Long, Long> levels = levels(side);
        long before = levels.getOrDefault(priceTicks, 0L);
        (side == Side.BUY ? bidsBefore : asksBefore).putIfAbsent(priceTicks, before);
        long after = Math.addExact(before, lots);
        if (after < 0) {
            throw new IllegalStateException("negative quantity at %s %d".formatted(side, priceTicks));
        }
        if (after == 0) {
            levels.remove(priceTicks);
        } else {
            levels.put(priceTicks, after);
        }
    }

    /** Ends a command: what it changed, best prices first; empty if nothing. */
    List<LevelChange> endCommand(long sequence, long timestampNs) {
        List<LevelChange> changes = new ArrayList<>(bidsBefore.size() + asksBefore.size());
        collect(Side.BUY, bidsBefore, changes);
        collect(Side.SELL, asksBefore, changes);
        if (!changes.isEmpty()) {
            changeId = sequence;
            changedNs = timestampNs;
        }
        return changes;
    }

    private void collect(Side side, NavigableMap<Long, Long> before, List<LevelChange> changes) {
        for (Map.Entry<Long, Long> level : before.entrySet()) {
            long after = lotsAt(side, level.getKey());
            if (after != level.getValue()) {
                changes.add(new LevelChange(side, level.getKey(), level.getValue(), after));
            }
        }
        before.clear();
    }

    /** Prices and quantities of a side, best first. */
    public NavigableMap<Long, Long> levels(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    /** The best price and its quantity, or null when the side is empty. */
    public Map.Entry<Long, Long> best(Side side) {
        return levels(side).firstEntry();
    }

    /** The quantity at a price, 0 for none. */
    public long lotsAt(Side side, long priceTicks) {
        return levels(side).getOrDefault(priceTicks, 0L);
    }

    /** Id of the last change, 0 before the first. */
    public long changeId() {
        return changeId;
    }

    /** Log time of the last change, 0 before the first. */
    public long changedNs() {
        return changedNs;
    }
}
