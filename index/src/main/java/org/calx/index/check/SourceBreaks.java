package org.calx.index.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.calx.index.input.Observation;
import org.calx.index.input.SeriesKey;

/**
 * Notices that a source has changed what it collects: most of what it had on its last day is gone. On such a day its moves
 * cannot be told from the change, so none of its series gives a move.
 */
final class SourceBreaks {
    /** Share of the last day's supplies that must be gone. */
    static final double GONE = 0.4;
    /** A source with fewer supplies on its last day is not judged. */
    static final int FEWEST_SUPPLIES = 10;

    private record Supply(String provider, String model, Observation.Term term) {}

    private final Map<String, Set<Supply>> last = new HashMap<>();

    /** The sources that break on a day, with how many supplies are gone. */
    Map<String, Integer> on(List<Observation> rows) {
        Map<String, Set<Supply>> today = new HashMap<>();
        Set<SeriesKey> seen = new HashSet<>();
        for (Observation row : rows) {
            if (seen.add(row.series())) {
                today.computeIfAbsent(row.source(), _ -> new HashSet<>())
                        .add(new Supply(row.provider(), row.model(), row.term()));
            }
        }
        Map<String, Integer> broken = new TreeMap<>();
        today.forEach((source, supplies) -> {
            Set<Supply> before = last.getOrDefault(source, Set.of());
            int gone =
                    (int) before.stream().filter(one -> !supplies.contains(one)).count();
            if (before.size() >= FEWEST_SUPPLIES && gone >= GONE * before.size()) {
                broken.put(source, gone);
            }
        });
        last.putAll(today);
        return broken;
    }
}
