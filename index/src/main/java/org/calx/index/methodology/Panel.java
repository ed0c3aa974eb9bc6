package org.calx.index.methodology;

import java.util.Arrays;
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
        int[] groups = GroupWeights.groups(contributions);
        int count = Arrays.stream(groups).max().orElse(-1) + 1;
        if (count < 2) {
            return 0;
        }
        double[] logs = new double[count];
        Arrays.setAll(logs, group -> StrictMath.log(levelWithout(group, groups, count, rules)));
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

    private double levelWithout(int group, int[] groups, int count, Methodology rules) {
        int left = 0;
        for (int one : groups) {
            left += one == group ? 0 : 1;
        }
        double[] prices = new double[left];
        double[] volumes = new double[left];
        int[] others = new int[left];
        int place = 0;
        for (int at = 0; at < groups.length; at++) {
            if (groups[at] != group) {
                prices[place] = contributions.get(at).level();
                volumes[place] = contributions.get(at).volume();
                others[place++] = groups[at] - (groups[at] > group ? 1 : 0);
            }
        }
        return new WeightedSample(prices, GroupWeights.of(volumes, others, count - 1, rules))
                .winsorisedMean(rules.winsorShare());
    }
}
