package org.calx.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * The daily benchmark of one GPU model: the median over providers of the median of each provider's offers.
 *
 * <p>Each provider counts once, however many offers it lists. The median of an even number of figures is the mean of the middle
 * two, halves of a micro rounded up. No figure is thrown out.
 */
public final class ComputeIndex {

    private ComputeIndex() {}

    /** Every model that the offers name, each with its figures by day. */
    public static SequencedMap<String, IndexSeries> series(List<GpuOffer> offers) {
        TreeMap<String, TreeMap<LocalDate, TreeMap<String, List<Long>>>> byModel = new TreeMap<>();
        for (GpuOffer offer : offers) {
            byModel.computeIfAbsent(offer.model(), _ -> new TreeMap<>())
                    .computeIfAbsent(offer.date(), _ -> new TreeMap<>())
                    .computeIfAbsent(offer.provider(), _ -> new ArrayList<>())
                    .add(offer.priceMicros());
        }
        TreeMap<String, IndexSeries> series = new TreeMap<>();
        byModel.forEach((model, days) -> {
            TreeMap<LocalDate, IndexFixing> fixings = new TreeMap<>();
            days.forEach((date, providers) -> fixings.put(date, fix(model, date, providers)));
            series.put(model, new IndexSeries(model, fixings));
        });
        return series;
    }

    private static IndexFixing fix(String model, LocalDate date, TreeMap<String, List<Long>> offersByProvider) {
        List<Long> figures = offersByProvider.values().stream()
                .map(ComputeIndex::medianMicros)
                .toList();
        return new IndexFixing(model, date, medianMicros(figures), figures.size());
    }

    /** Median of positive prices; between two middle figures their mean, half a micro rounded up. */
    public static long medianMicros(List<Long> pricesMicros) {
        List<Long> sorted = pricesMicros.stream().sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.size() % 2 == 1) {
            return sorted.get(middle);
        }
        return Math.ceilDiv(Math.addExact(sorted.get(middle - 1), sorted.get(middle)), 2L);
    }
}
