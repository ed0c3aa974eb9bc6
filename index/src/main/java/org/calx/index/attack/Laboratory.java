package org.calx.index.attack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.calx.index.input.Decisions;
import org.calx.index.input.InputException;
import org.calx.index.input.Observation;
import org.calx.index.input.ObservationReader;
import org.calx.index.input.RowLog;
import org.calx.index.methodology.Fixing;
import org.calx.index.methodology.Methodology;
import org.calx.index.run.DailyFixings;

/** The offers of one index around one day, kept in memory, to be changed and fixed again. */
final class Laboratory {
    /** Days before the attack with which an engine begins. */
    static final int DAYS_BEFORE = 30;
    /** Days after the attack for which it lasts. */
    static final int DAYS_AFTER = 5;
    /** Most rows that are kept. */
    static final int MAX_ROWS = 2_000_000;

    private final List<Path> inputs;
    private final String index;
    private final List<Observation> observations;
    private final int attackDay;

    private Laboratory(List<Path> inputs, String index, List<Observation> observations, int attackDay) {
        this.inputs = inputs;
        this.index = index;
        this.observations = observations;
        this.attackDay = attackDay;
    }

    /** The offers of the inputs; the attack comes on the last day that has enough days after it with a fixing observed. */
    static Laboratory of(List<Path> inputs, String index, Methodology rules) {
        List<Observation> all = new ArrayList<>();
        ObservationReader.read(inputs, RowLog.counting(inputs), row -> {
            if (all.size() == MAX_ROWS) {
                throw new InputException("an attack is simulated on at most " + MAX_ROWS + " rows");
            }
            all.add(row);
        });
        Laboratory whole = new Laboratory(inputs, index, all, Integer.MAX_VALUE);
        int last = whole.fix(all, rules).values().stream()
                .filter(fixing -> fixing.status().isObserved())
                .mapToInt(Fixing::epochDay)
                .max()
                .orElseThrow(() -> new InputException("the inputs give no observed fixing of " + index));
        int attackDay = last - DAYS_AFTER;
        List<Observation> near = all.stream()
                .filter(row -> row.epochDay() >= attackDay - DAYS_BEFORE && row.epochDay() <= last)
                .toList();
        return new Laboratory(inputs, index, near, attackDay);
    }

    int attackDay() {
        return attackDay;
    }

    List<Observation> observations() {
        return observations;
    }

    /** The owners that have offers for the index on the day of the attack, in order of their names. */
    List<String> groups() {
        return observations.stream()
                .filter(row -> row.epochDay() == attackDay && isAttackable(row))
                .map(Observation::group)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether the row is of the index, from the day of the attack on. */
    boolean isHit(Observation row) {
        return row.epochDay() >= attackDay && isAttackable(row);
    }

    private boolean isAttackable(Observation row) {
        return row.model().equals(index) && row.term() == Observation.Term.ON_DEMAND;
    }

    /** The fixings of the index by day over changed offers. */
    TreeMap<Integer, Fixing> fix(List<Observation> changed, Methodology rules) {
        Map<Integer, List<Observation>> byDay = new HashMap<>();
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (Observation row : changed) {
            byDay.computeIfAbsent(row.epochDay(), _ -> new ArrayList<>()).add(row);
            first = Math.min(first, row.epochDay());
            last = Math.max(last, row.epochDay());
        }
        DailyFixings engine = new DailyFixings(rules, RowLog.counting(inputs), Decisions.none());
        TreeMap<Integer, Fixing> fixings = new TreeMap<>();
        for (int day = first; day <= last; day++) {
            List<Observation> rows = byDay.getOrDefault(day, List.of());
            for (Fixing fixing : engine.day(day, rows).fixings()) {
                if (fixing.index().equals(index)) {
                    fixings.put(day, fixing);
                }
            }
        }
        return fixings;
    }

    /** How far a change of offers moves the fixing so many days after the attack began; 0 days is its own day. */
    double effect(List<Observation> base, List<Observation> changed, Methodology rules, int daysAfter) {
        Fixing was = fix(base, rules).get(attackDay + daysAfter);
        Fixing is = fix(changed, rules).get(attackDay + daysAfter);
        return (double) is.valueMicros() / was.valueMicros() - 1;
    }
}
