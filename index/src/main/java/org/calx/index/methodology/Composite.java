package org.calx.index.methodology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The all-GPU composite: 1,000 points on its first day, moved by the mean move of the data-centre models' benchmarks that are
 * observed on the day. Its move stands in, as that of the linked models, for a benchmark that lacks observations.
 */
final class Composite {
    private static final long FIRST_VALUE_MICROS = 1_000_000_000L;
    private static final int FEWEST_MEMBERS = 2;

    private final Chain chain;
    private OptionalInt lastDay = OptionalInt.empty();

    Composite(Methodology rules) {
        this.chain = new Chain(IndexName.COMPOSITE, rules);
    }

    Optional<Fixing> observe(int epochDay, Map<String, Fixing> observed, Map<String, Chain> benchmarks) {
        List<Chain> members = new ArrayList<>();
        boolean generated = false;
        for (Map.Entry<String, Fixing> one : observed.entrySet()) {
            if (ComputeUnits.of(one.getKey()).filter(ComputeUnits::inComposite).isPresent()) {
                members.add(benchmarks.get(one.getKey()));
                generated |= one.getValue().generated();
            }
        }
        if (members.size() < FEWEST_MEMBERS) {
            return Optional.empty();
        }
        double move = 0;
        double variance = 0;
        for (Chain member : members) {
            move += member.lastLogMove() / members.size();
            variance += member.standardError() * member.standardError();
        }
        if (!chain.hasBegun()) {
            chain.begin(FIRST_VALUE_MICROS);
            move = 0;
        }
        lastDay = OptionalInt.of(epochDay);
        return Optional.of(chain.move(epochDay, move, members.size(), Math.sqrt(variance) / members.size(), generated));
    }

    /** The composite's move if it was observed on that day. */
    Optional<Double> logMoveOn(int epochDay) {
        return lastDay.isPresent() && lastDay.getAsInt() == epochDay
                ? Optional.of(chain.lastLogMove())
                : Optional.empty();
    }
}
