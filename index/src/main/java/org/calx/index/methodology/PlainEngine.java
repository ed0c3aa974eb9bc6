package org.calx.index.methodology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.calx.index.Medians;
import org.calx.index.check.SeriesFigure;
import org.calx.index.input.Observation;
import org.calx.index.methodology.Fixing.Status;

/** The plain methodologies: each day by itself, whatever the panel. */
final class PlainEngine implements IndexEngine {
    private final Methodology rules;
    private final TreeMap<String, Long> last = new TreeMap<>();

    PlainEngine(Methodology rules) {
        this.rules = rules;
    }

    @Override
    public DayResult day(int epochDay, List<SeriesFigure> figures) {
        TreeMap<String, TreeMap<String, List<SeriesFigure>>> byIndex = new TreeMap<>();
        for (SeriesFigure figure : figures) {
            if (figure.key().term() == Observation.Term.ON_DEMAND) {
                byIndex.computeIfAbsent(
                                IndexName.of(figure.key().model(), figure.key().currency()), _ -> new TreeMap<>())
                        .computeIfAbsent(figure.key().provider(), _ -> new ArrayList<>())
                        .add(figure);
            }
        }
        List<Fixing> fixings = new ArrayList<>();
        byIndex.forEach((index, providers) -> {
            long micros = value(providers);
            last.put(index, micros);
            boolean generated =
                    providers.values().stream().flatMap(List::stream).anyMatch(SeriesFigure::generated);
            fixings.add(new Fixing(epochDay, index, micros, providers.size(), micros, micros, Status.PLAIN, generated));
        });
        last.forEach((index, micros) -> {
            if (!byIndex.containsKey(index)) {
                fixings.add(new Fixing(epochDay, index, micros, 0, micros, micros, Status.HELD, false));
            }
        });
        return new DayResult(fixings, List.of(), List.of(), Optional.empty());
    }

    private long value(TreeMap<String, List<SeriesFigure>> providers) {
        return switch (rules.aggregation()) {
            case PLAIN_MEDIAN -> medianOfMedians(providers);
            case PLAIN_MEAN -> mean(providers, false);
            case PLAIN_VWAP -> mean(providers, true);
            case MATCHED_CHAIN -> throw new IllegalStateException("not a plain methodology");
        };
    }

    private static long medianOfMedians(TreeMap<String, List<SeriesFigure>> providers) {
        return Medians.ofMicros(providers.values().stream()
                .map(figures -> Medians.ofMicros(
                        figures.stream().map(SeriesFigure::priceMicros).toList()))
                .toList());
    }

    private static long mean(TreeMap<String, List<SeriesFigure>> providers, boolean byVolume) {
        double sum = 0;
        double weights = 0;
        for (List<SeriesFigure> figures : providers.values()) {
            for (SeriesFigure figure : figures) {
                double weight = byVolume && figure.gpuHoursMicros() > 0 ? figure.gpuHoursMicros() / 1e6 : 1;
                sum += weight * figure.priceMicros();
                weights += weight;
            }
        }
        return Math.round(sum / weights);
    }
}
