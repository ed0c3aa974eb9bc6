package org.calx.index.methodology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.calx.index.check.SeriesFigure;
import org.calx.index.input.Observation;
import org.calx.index.input.Regions;

/** Sorts the figures of a day into the panels of the indices that they belong to: on-demand terms, and trades of one month. */
final class PanelBuilder {

    /** The panels of one index by the kind of observation; any of them may be absent. */
    record Panels(Map<Observation.Kind, Panel> byKind) {}

    /** Adjusts a price to the benchmark configuration. */
    interface Adjustment {
        /** Factor that takes the figure's price to that configuration, for an index of a region or of all. */
        double factor(SeriesFigure figure, boolean ofRegion);
    }

    private PanelBuilder() {}

    static SequencedMap<String, Panels> build(List<SeriesFigure> figures, Adjustment adjustment, boolean monthTrades) {
        TreeMap<String, Map<Observation.Kind, Map<String, List<SeriesFigure>>>> sorted = new TreeMap<>();
        for (SeriesFigure figure : figures) {
            for (String index : indicesOf(figure, monthTrades)) {
                sorted.computeIfAbsent(index, _ -> new TreeMap<>())
                        .computeIfAbsent(figure.key().kind(), _ -> new TreeMap<>())
                        .computeIfAbsent(figure.key().provider(), _ -> new ArrayList<>())
                        .add(figure);
            }
        }
        TreeMap<String, Panels> panels = new TreeMap<>();
        sorted.forEach((index, kinds) -> {
            Map<Observation.Kind, Panel> byKind = new TreeMap<>();
            boolean ofRegion = IndexName.isOfRegion(index);
            kinds.forEach((kind, providers) -> byKind.put(kind, panel(providers, adjustment, ofRegion)));
            panels.put(index, new Panels(byKind));
        });
        return panels;
    }

    private static List<String> indicesOf(SeriesFigure figure, boolean monthTrades) {
        if (figure.key().term() != Observation.Term.ON_DEMAND) {
            boolean month = monthTrades
                    && figure.key().term() == Observation.Term.RESERVED_MONTH
                    && figure.key().kind() == Observation.Kind.TRADE;
            return month
                    ? List.of(IndexName.of(figure.key().model(), figure.key().currency()) + IndexName.MONTH)
                    : List.of();
        }
        String index = IndexName.of(figure.key().model(), figure.key().currency());
        String region = Regions.of(figure.key().region());
        return region.equals(Regions.ANY) || !figure.key().currency().equals("USD")
                ? List.of(index)
                : List.of(index, IndexName.ofRegion(figure.key().model(), region));
    }

    private static Panel panel(Map<String, List<SeriesFigure>> providers, Adjustment adjustment, boolean ofRegion) {
        List<Contribution> contributions = new ArrayList<>();
        providers.forEach(
                (provider, figures) -> contributions.add(contribution(provider, figures, adjustment, ofRegion)));
        return new Panel(contributions);
    }

    private static Contribution contribution(
            String provider, List<SeriesFigure> figures, Adjustment adjustment, boolean ofRegion) {
        double[] levels = new double[figures.size()];
        double volume = 0;
        for (int at = 0; at < levels.length; at++) {
            SeriesFigure figure = figures.get(at);
            levels[at] = figure.priceMicros() * adjustment.factor(figure, ofRegion);
            volume += figure.gpuHoursMicros() / 1e6;
        }
        double[] moves = figures.stream()
                .filter(SeriesFigure::isMatched)
                .mapToDouble(SeriesFigure::logMove)
                .toArray();
        return new Contribution(
                provider,
                figures.getFirst().group(),
                median(levels),
                moves.length == 0 ? Double.NaN : median(moves),
                volume,
                figures.stream().anyMatch(SeriesFigure::generated));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
