package org.calx.gateway.view;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.calx.model.Fixing;
import org.calx.model.FixingStatus;

/** An index's last {@value #MAX_DAYS} fixings by day; a final fixing replaces the preliminary one of its day. */
public final class FixingHistory {
    /** Days kept; the oldest leaves first. */
    public static final int MAX_DAYS = 4_000;

    private final TreeMap<Integer, PublishedFixing> byDay = new TreeMap<>();

    /** Adds a fixing. @return whether it says anything new: a state image tells what is known again */
    boolean add(Fixing fixing, long timestampNs) {
        PublishedFixing known = byDay.get(fixing.day());
        if (known != null && known.fixing().equals(fixing)) {
            return false;
        }
        byDay.put(fixing.day(), new PublishedFixing(fixing, timestampNs));
        if (byDay.size() > MAX_DAYS) {
            byDay.pollFirstEntry();
        }
        return true;
    }

    /** The fixing of the latest day. */
    public Optional<PublishedFixing> last() {
        return byDay.isEmpty()
                ? Optional.empty()
                : Optional.of(byDay.lastEntry().getValue());
    }

    /** How many of these days have a final fixing. */
    public int finals(int firstDay, int lastDay) {
        return (int) byDay.subMap(firstDay, true, lastDay, true).values().stream()
                .filter(published -> published.fixing().status() == FixingStatus.FINAL)
                .count();
    }

    /** At most {@code count} of the latest fixings, oldest first. */
    public List<PublishedFixing> latest(int count) {
        return byDay.values().stream().skip(Math.max(0, byDay.size() - count)).toList();
    }
}
