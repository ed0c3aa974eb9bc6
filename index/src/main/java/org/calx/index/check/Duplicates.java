package org.calx.index.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.calx.index.input.Observation;
import org.calx.index.input.RowLog;
import org.calx.index.input.SeriesKey;

/**
 * Lets each offer count once. A second row of the same series at the same price is refused; where a provider is seen through two
 * sources on a day, what it says itself ({@code direct}) stands and the other source is refused, else the source that came first.
 * Trades are told apart by their source only: two equal trades are two trades.
 */
final class Duplicates {
    private record Seen(SeriesKey series, long priceMicros) {}

    private record Supply(String provider, String model, Observation.Term term, Observation.Kind kind) {}

    private final RowLog log;

    Duplicates(RowLog log) {
        this.log = log;
    }

    List<Observation> remove(List<Observation> rows) {
        Map<Supply, String> sources = new HashMap<>();
        Map<SeriesKey, Supply> supplies = new HashMap<>();
        for (Observation row : rows) {
            if (!supplies.containsKey(row.series())) {
                Supply supply = supply(row);
                supplies.put(row.series(), supply);
                sources.merge(supply, row.source(), (old, next) -> next.equals("direct") ? next : old);
            }
        }
        Map<SeriesKey, String> standing = new HashMap<>();
        supplies.forEach((series, supply) -> standing.put(series, sources.get(supply)));
        Map<Seen, Long> seen = new HashMap<>();
        List<Observation> kept = new ArrayList<>(rows.size());
        for (Observation row : rows) {
            String source = standing.get(row.series());
            if (!source.equals(row.source())) {
                log.refuse(row.file(), row.row(), "duplicated source", "the day has it from " + source);
                continue;
            }
            Long earlier = row.kind() == Observation.Kind.TRADE
                    ? null
                    : seen.putIfAbsent(new Seen(row.series(), row.priceMicros()), row.row());
            if (earlier != null) {
                log.refuse(row.file(), row.row(), "duplicate", "the same offer as row " + earlier);
            } else {
                kept.add(row);
            }
        }
        return kept;
    }

    private static Supply supply(Observation row) {
        return new Supply(row.provider(), row.model(), row.term(), row.kind());
    }
}
