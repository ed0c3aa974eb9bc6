package org.calx.index.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.calx.index.input.Observation;
import org.calx.index.input.RowLog;
import org.calx.index.input.SeriesKey;

/**
 * Finds prices of whole instances that stand as prices per GPU where a day alone shows it: a provider whose price grows in
 * proportion to the number of GPUs, or a large offer far above all peers that is in line once divided.
 */
final class UnitCheck {
    private static final double SAME = 0.02;
    private static final int LARGE_OFFER = 4;

    private record Offer(String provider, String region, String model, Observation.Term term, String source) {}

    private final RowLog log;

    UnitCheck(RowLog log) {
        this.log = log;
    }

    List<Observation> correct(List<Observation> rows, Peers peers) {
        Map<Offer, Proportion> proportions = new HashMap<>();
        Map<SeriesKey, Proportion> bySeries = new HashMap<>();
        for (Observation row : rows) {
            bySeries.computeIfAbsent(row.series(), _ -> proportions.computeIfAbsent(offer(row), _ -> new Proportion()))
                    .add(row);
        }
        List<Observation> corrected = new ArrayList<>(rows.size());
        for (Observation row : rows) {
            if (row.gpuCount() > 1 && bySeries.get(row.series()).isOfInstances()) {
                corrected.add(divided(row, "the price grows with the number of GPUs"));
            } else if (isFarAbove(row, peers.medianMicros(row))) {
                corrected.add(divided(row, "far above all peers, in line when divided"));
            } else {
                corrected.add(row);
            }
        }
        return corrected;
    }

    private static Offer offer(Observation row) {
        return new Offer(row.provider(), row.region(), row.model(), row.term(), row.source());
    }

    private Observation divided(Observation row, String why) {
        log.adjust(row.file(), row.row(), "unit", why + ", divided by " + row.gpuCount());
        return row.withPrice(Math.max(1, (row.priceMicros() + row.gpuCount() / 2) / row.gpuCount()));
    }

    private static boolean isFarAbove(Observation row, long peerMicros) {
        if (peerMicros == 0 || row.gpuCount() < LARGE_OFFER) {
            return false;
        }
        double multiple = (double) row.priceMicros() / peerMicros;
        double divided = multiple / row.gpuCount();
        // Hyperscalers ask up to six times what others ask, so that up to the band only close prices are divided.
        return multiple > PriceCheck.BAND
                ? divided > 0.5 && divided < 6
                : multiple > 6 && divided > 0.6 && divided < 1.6;
    }

    /** Whether the offers of different sizes have the same price per GPU or the same price per GPU squared. */
    private static final class Proportion {
        private int firstCount;
        private boolean severalSizes;
        private double low = Double.MAX_VALUE;
        private double high;

        void add(Observation row) {
            double divided = (double) row.priceMicros() / row.gpuCount();
            low = Math.min(low, divided);
            high = Math.max(high, divided);
            severalSizes |= firstCount != 0 && firstCount != row.gpuCount();
            firstCount = firstCount == 0 ? row.gpuCount() : firstCount;
        }

        boolean isOfInstances() {
            return severalSizes && high <= low * (1 + SAME);
        }
    }
}
