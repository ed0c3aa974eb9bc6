package org.calx.index.methodology;

import java.util.List;

/** The contributions to one index on one day from one kind of observation. */
public record Panel(List<Contribution> contributions) {

    public Panel {
        contributions = List.copyOf(contributions);
    }

    /** Those whose moves can be compared with an earlier day. */
    Panel matched() {
        return new Panel(contributions.stream().filter(Contribution::isMatched).toList());
    }

    /** Owners that contribute: providers of one owner are one contributor. */
    public int groups() {
        return (int) contributions.stream().map(Contribution::group).distinct().count();
    }

    boolean isGenerated() {
        return contributions.stream().anyMatch(Contribution::generated);
    }

    Panel without(String group) {
        return new Panel(
                contributions.stream().filter(one -> !one.group().equals(group)).toList());
    }

    /** The panel's price level: weighted mean of its prices, winsorised. */
    public double level(Methodology rules) {
        double[] prices =
                contributions.stream().mapToDouble(Contribution::level).toArray();
        return new WeightedSample(prices, GroupWeights.of(contributions, rules)).winsorisedMean(rules.winsorShare());
    }

    /**
     * The move of what can be matched: weighted mean of the logarithms of price relatives, each first pulled in to the limit
     * around their median, then winsorised. Equal for a fall and the rise that undoes it, so chains do not drift (the Jevons
     * index; International Labour Office and others, Consumer Price Index Manual, 2020).
     */
    double logMove(Methodology rules) {
        double[] moves =
                contributions.stream().mapToDouble(Contribution::logMove).toArray();
        double[] weights = GroupWeights.of(contributions, rules);
        double median = new WeightedSample(moves, weights).median();
        for (int at = 0; at < moves.length; at++) {
            moves[at] = Math.clamp(moves[at], median - rules.moveLimit(), median + rules.moveLimit());
        }
        return new WeightedSample(moves, weights).winsorisedMean(rules.winsorShare());
    }

    /**
     * Standard error of the logarithm of the level by the delete-one-group jackknife (Efron 1982): how much the level hangs on
     * who happens to be in the panel.
     */
    double logStandardError(Methodology rules) {
        List<String> groups =
                contributions.stream().map(Contribution::group).distinct().toList();
        if (groups.size() < 2) {
            return 0;
        }
        double[] logs = groups.stream()
                .mapToDouble(group -> StrictMath.log(without(group).level(rules)))
                .toArray();
        double mean = 0;
        for (double log : logs) {
            mean += log / logs.length;
        }
        double squares = 0;
        for (double log : logs) {
            squares += (log - mean) * (log - mean);
        }
        return Math.sqrt(squares * (logs.length - 1) / logs.length);
    }
}
