package org.calx.gateway.channel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.calx.gateway.shape.BookShape;
import org.calx.gateway.view.Changes;
import org.calx.gateway.view.InstrumentView;
import org.calx.gateway.view.LevelChange;
import org.calx.model.Side;
import tools.jackson.databind.JsonNode;

/** {@code book.INSTRUMENT.INTERVAL}: a snapshot, then changes, each naming the change id before it. */
final class BookTopic extends Topic {
    private final InstrumentView instrument;
    private final Map<Level, Long> before = new LinkedHashMap<>();
    private long lastChangeId;

    BookTopic(String channel, Interval interval, InstrumentView instrument) {
        super(channel, interval);
        this.instrument = instrument;
        lastChangeId = instrument.book.changeId();
    }

    @Override
    boolean accept(Changes changes) {
        for (LevelChange change : changes.levelsOf(instrument)) {
            before.putIfAbsent(new Level(change.side(), change.priceTicks()), change.beforeLots());
        }
        return !before.isEmpty();
    }

    @Override
    List<? extends JsonNode> drain() {
        List<LevelChange> net = new ArrayList<>(before.size());
        before.forEach((level, lots) -> {
            long after = instrument.book.lotsAt(level.side, level.priceTicks);
            if (after != lots) {
                net.add(new LevelChange(level.side, level.priceTicks, lots, after));
            }
        });
        before.clear();
        if (net.isEmpty()) {
            return List.of();
        }
        JsonNode change = BookShape.change(instrument, net, lastChangeId);
        lastChangeId = instrument.book.changeId();
        return List.of(change);
    }

    @Override
    List<? extends JsonNode> first() {
        return List.of(BookShape.snapshot(instrument).put("change_id", lastChangeId));
    }

    private record Level(Side side, long priceTicks) {}
}
