package org.calx.index.barometer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.calx.index.check.SeriesFigure;
import org.calx.index.input.Observation;
import org.calx.index.input.Regions;

/** What the accepted figures of one day say of supply, terms and regions. Dollars only. */
final class MarketDay {
    /** Owners without whom a ratio or a region says nothing. */
    static final int FEWEST_OWNERS = 3;

    private final TreeMap<String, Set<String>> owners = new TreeMap<>();
    private final TreeMap<String, Integer> offers = new TreeMap<>();
    private final TreeMap<String, Double> tradedHours = new TreeMap<>();
    private final TreeMap<String, Map<String, Map<Observation.Term, List<Double>>>> logPrices = new TreeMap<>();
    private final TreeMap<String, TreeMap<String, Set<String>>> regions = new TreeMap<>();

    MarketDay(List<SeriesFigure> figures) {
        for (SeriesFigure figure : figures) {
            if (!figure.key().currency().equals("USD")) {
                continue;
            }
            String model = figure.key().model();
            if (figure.key().kind() == Observation.Kind.TRADE) {
                tradedHours.merge(model, figure.gpuHoursMicros() / 1e6, Double::sum);
                continue;
            }
            logPrices
                    .computeIfAbsent(model, _ -> new TreeMap<>())
                    .computeIfAbsent(figure.key().provider(), _ -> new TreeMap<>())
                    .computeIfAbsent(figure.key().term(), _ -> new ArrayList<>())
                    .add(Math.log(figure.priceMicros()));
            if (figure.key().term() == Observation.Term.ON_DEMAND) {
                offers.merge(model, 1, Integer::sum);
                owners.computeIfAbsent(model, _ -> new TreeSet<>()).add(figure.group());
                String region = Regions.of(figure.key().region());
                if (!region.equals(Regions.ANY)) {
                    regions.computeIfAbsent(model, _ -> new TreeMap<>())
                            .computeIfAbsent(region, _ -> new HashSet<>())
                            .add(figure.group());
                }
            }
        }
    }

    Set<String> models() {
        return offers.keySet();
    }

    int offers(String model) {
        return offers.getOrDefault(model, 0);
    }

    int owners(String model) {
        return owners.getOrDefault(model, Set.of()).size();
    }

    /** GPU-hours traded by model. */
    Map<String, Double> tradedHours() {
        return tradedHours;
    }

    /** Owners by region of a model's offers that name one. */
    Map<String, Integer> ownersByRegion(String model) {
        Map<String, Integer> counts = new TreeMap<>();
        regions.getOrDefault(model, new TreeMap<>()).forEach((region, groups) -> counts.put(region, groups.size()));
        return counts;
    }

    /**
     * Median over the providers that offer both of the logarithm of a term's price over the on-demand price; NaN below
     * {@link #FEWEST_OWNERS} providers.
     */
    double logTermRatio(String model, Observation.Term term) {
        double[] ratios = logPrices.getOrDefault(model, Map.of()).values().stream()
                .filter(terms -> terms.containsKey(term) && terms.containsKey(Observation.Term.ON_DEMAND))
                .mapToDouble(terms -> median(terms.get(term)) - median(terms.get(Observation.Term.ON_DEMAND)))
                .toArray();
        return ratios.length < FEWEST_OWNERS ? Double.NaN : median(ratios);
    }

    private static double median(List<Double> values) {
        return median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
