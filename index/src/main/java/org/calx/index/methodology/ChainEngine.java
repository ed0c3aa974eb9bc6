package org.calx.index.methodology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.calx.index.check.SeriesFigure;
import org.calx.index.hedonic.HedonicFit;
import org.calx.index.input.Decisions;
import org.calx.index.methodology.DayResult.PanelChange;
import org.calx.index.methodology.DayResult.Weight;
import org.calx.index.methodology.Fixing.Status;
import org.calx.index.methodology.PanelBuilder.Panels;

/** The chained methodology: benchmarks by the waterfall, the two families, their basis, and the composite. */
final class ChainEngine implements IndexEngine {
    private final Methodology rules;
    private final TreeMap<String, Chain> benchmarks = new TreeMap<>();
    private final TreeMap<String, Chain> families = new TreeMap<>();
    private final Composite composite;
    private final Normalisation normalisation;
    private final Decisions decisions;
    private final Map<String, Set<String>> lastGroups = new TreeMap<>();

    ChainEngine(Methodology rules, Normalisation normalisation, Decisions decisions) {
        this.decisions = decisions;
        this.rules = rules;
        this.normalisation = normalisation;
        this.composite = new Composite(rules);
    }

    @Override
    public DayResult day(int epochDay, List<SeriesFigure> figures) {
        Optional<HedonicFit> estimate = normalisation.estimate(epochDay);
        Map<String, Panels> panels = PanelBuilder.build(figures, normalisation::factor, rules.monthTrades());
        DayResult result = new DayResult(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), estimate);
        TreeMap<String, Fixing> observed = new TreeMap<>();
        panels.forEach((index, kinds) -> {
            Chain chain = benchmarks.computeIfAbsent(index, name -> new Chain(name, rules));
            observe(epochDay, chain, index, kinds, result).ifPresent(fixing -> observed.put(index, fixing));
            if (!IndexName.isOfMonth(index)) {
                observeFamilies(epochDay, index, kinds, result);
            }
        });
        composite.observe(epochDay, observed, benchmarks).ifPresent(result.fixings()::add);
        result.fixings().addAll(observed.values());
        benchmarks.forEach((index, chain) -> {
            if (chain.hasBegun() && !observed.containsKey(index)) {
                // The composite is of on-demand prices: it says nothing of a month's.
                Optional<Double> linked = IndexName.isOfMonth(index) ? Optional.empty() : composite.logMoveOn(epochDay);
                Fixing fixing = chain.standIn(epochDay, linked);
                if (fixing.status() == Status.COMMITTEE) {
                    OptionalLong decided = decisions.micros(epochDay, index);
                    fixing = decided.isPresent() ? chain.decide(epochDay, decided.getAsLong()) : fixing;
                }
                result.fixings().add(fixing);
            }
        });
        result.fixings().sort(Comparator.comparing(Fixing::index));
        return result;
    }

    private Optional<Fixing> observe(int epochDay, Chain chain, String index, Panels kinds, DayResult result) {
        for (Waterfall.Step step : Waterfall.steps(kinds)) {
            Optional<Fixing> fixing = chain.observe(epochDay, step.panel(), step.status());
            if (fixing.isPresent()) {
                addWeights(epochDay, index, step.panel(), result);
                addChanges(epochDay, index, step.panel(), result);
                return fixing;
            }
        }
        return Optional.empty();
    }

    /** The index of quotes, that of trades, and on days when both are observed what trades cost above quotes. */
    private void observeFamilies(int epochDay, String index, Panels kinds, DayResult result) {
        Optional<Fixing> quotes = observeFamily(epochDay, index + IndexName.QUOTE, Waterfall.quotes(kinds), result);
        Optional<Fixing> trades = observeFamily(epochDay, index + IndexName.TRADE, Waterfall.trades(kinds), result);
        if (quotes.isPresent() && trades.isPresent()) {
            Fixing quote = quotes.get();
            Fixing trade = trades.get();
            result.fixings()
                    .add(new Fixing(
                            epochDay,
                            index + IndexName.BASIS,
                            trade.valueMicros() - quote.valueMicros(),
                            Math.min(trade.contributors(), quote.contributors()),
                            trade.lowMicros() - quote.highMicros(),
                            trade.highMicros() - quote.lowMicros(),
                            Status.BASIS,
                            trade.generated() || quote.generated()));
        }
    }

    private Optional<Fixing> observeFamily(int epochDay, String name, Optional<Panel> panel, DayResult result) {
        Status status = name.endsWith(IndexName.TRADE) ? Status.TRADES : Status.QUOTES;
        Chain chain = families.computeIfAbsent(name, _ -> new Chain(name, rules));
        Optional<Fixing> fixing = panel.flatMap(one -> chain.observe(epochDay, one, status));
        fixing.ifPresent(result.fixings()::add);
        return fixing;
    }

    private void addWeights(int epochDay, String index, Panel panel, DayResult result) {
        // What moves the fixing is what is matched; before there is a match, the level's panel.
        Panel matched = panel.matched();
        List<Contribution> moving =
                matched.groups() < rules.fewestContributors() ? panel.contributions() : matched.contributions();
        double[] weights = GroupWeights.of(moving, rules);
        for (int at = 0; at < weights.length; at++) {
            Contribution one = moving.get(at);
            result.weights()
                    .add(new Weight(
                            epochDay,
                            index,
                            one.provider(),
                            one.group(),
                            weights[at],
                            Math.round(one.level()),
                            one.logMove()));
        }
    }

    private void addChanges(int epochDay, String index, Panel panel, DayResult result) {
        Set<String> groups =
                panel.contributions().stream().map(Contribution::group).collect(Collectors.toCollection(TreeSet::new));
        Set<String> before = lastGroups.put(index, groups);
        if (before != null && !before.equals(groups)) {
            Set<String> joined = new HashSet<>(groups);
            joined.removeAll(before);
            Set<String> left = new HashSet<>(before);
            left.removeAll(groups);
            result.changes()
                    .add(new PanelChange(
                            epochDay,
                            index,
                            joined.size(),
                            left.size(),
                            panel.matched().groups()));
        }
    }
}
