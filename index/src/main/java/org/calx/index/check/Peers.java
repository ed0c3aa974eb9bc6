package org.calx.index.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.calx.index.input.Observation;
import org.calx.index.input.SeriesKey;

/** What others ask for the same goods on the same day: the median over providers, each with its smallest offer. */
final class Peers {
    /** Providers that a median needs before anybody is measured against it. */
    static final int FEWEST = 5;

    private record Goods(String model, Observation.Term term, String currency) {}

    private final Map<Goods, Map<String, Observation>> smallest = new HashMap<>();
    private final Map<Goods, Long> medians = new HashMap<>();
    private final Map<SeriesKey, Long> bySeries = new HashMap<>();

    Peers(List<Observation> rows) {
        Set<SeriesKey> seen = new HashSet<>();
        for (Observation row : rows) {
            if (!seen.add(row.series())) {
                continue;
            }
            smallest.computeIfAbsent(goods(row), _ -> new HashMap<>())
                    .merge(row.provider(), row, (old, next) -> next.gpuCount() < old.gpuCount() ? next : old);
        }
        smallest.forEach((goods, byProvider) -> medians.put(goods, median(byProvider)));
        smallest.clear();
    }

    private static Goods goods(Observation row) {
        return new Goods(row.model(), row.term(), row.currency());
    }

    private static long median(Map<String, Observation> byProvider) {
        if (byProvider.size() < FEWEST) {
            return 0;
        }
        long[] prices = byProvider.values().stream()
                .mapToLong(Observation::priceMicros)
                .sorted()
                .toArray();
        return prices[prices.length / 2];
    }

    /** Median in micro-units per GPU-hour; 0 if fewer than {@link #FEWEST} providers have the goods. */
    long medianMicros(Observation row) {
        Long known = bySeries.get(row.series());
        if (known == null) {
            known = medians.getOrDefault(goods(row), 0L);
            bySeries.put(row.series(), known);
        }
        return known;
    }
}
