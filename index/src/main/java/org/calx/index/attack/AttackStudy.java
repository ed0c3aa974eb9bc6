package org.calx.index.attack;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.calx.index.input.Observation;
import org.calx.index.methodology.Methodology;

/**
 * Measures how hard an index is to push, beside the plain median, the plain mean by volume and the plain mean. Each methodology
 * is attacked by the owners that move it most.
 */
public final class AttackStudy {
    private static final List<Methodology> BESIDE =
            List.of(Methodology.PLAIN_MEDIAN, Methodology.PLAIN_VWAP, Methodology.PLAIN_MEAN);
    private static final double PROBE = 1.2;
    private static final double TARGET = 0.01;
    private static final double LARGEST_DEVIATION = 4;

    private final Laboratory laboratory;
    private final List<Methodology> methodologies = new ArrayList<>();
    private final int attackers;
    private final List<Line> lines = new ArrayList<>();

    /**
     * One measured figure.
     *
     * @param measure what was measured
     * @param attack the attack with its size
     * @param methodology the rules attacked
     * @param value the figure; infinite if no size of the attack reaches the target
     * @param unit what the figure counts
     */
    public record Line(String measure, String attack, String methodology, double value, String unit) {
        /** The line as comma-separated text. */
        public String text() {
            String figure = Double.isInfinite(value) ? "unreachable" : String.format(Locale.ROOT, "%.4f", value);
            return measure + "," + attack + "," + methodology + "," + figure + "," + unit;
        }
    }

    private AttackStudy(List<Path> inputs, String index, Methodology rules, double share) {
        this.laboratory = Laboratory.of(inputs, index, rules);
        this.attackers = Math.max(1, (int) (share * laboratory.groups().size()));
        methodologies.add(rules);
        methodologies.addAll(BESIDE);
    }

    /**
     * Runs all attacks on one index.
     *
     * @param share of the owners that attack, above 0 and below 1; at least one does
     */
    public static AttackStudy of(List<Path> inputs, String index, Methodology rules, double share) {
        AttackStudy study = new AttackStudy(inputs, index, rules, share);
        for (Methodology one : study.methodologies) {
            study.measure(one);
        }
        return study;
    }

    /** The day of the attack. */
    public LocalDate day() {
        return LocalDate.ofEpochDay(laboratory.attackDay());
    }

    /** Owners that attack, and all that contribute. */
    public String attackersOf() {
        return attackers + " of " + laboratory.groups().size();
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    private void measure(Methodology rules) {
        Set<String> worst = worstAttackers(rules);
        simulate(rules, Attack.COLLUSION, worst, 1.1);
        simulate(rules, Attack.COLLUSION, worst, 1.5);
        simulate(rules, Attack.BUNDLED_DISCOUNT, worst, 0.7);
        simulate(rules, Attack.WASH_TRADES, worst, 1.3);
        simulate(rules, Attack.NEW_NAMES, worst, 1.5);
        cost(rules, worst);
        leaveOneOut(rules);
    }

    private Set<String> worstAttackers(Methodology rules) {
        Map<String, Double> effects = new HashMap<>();
        List<Observation> base = laboratory.observations();
        for (String group : laboratory.groups()) {
            List<Observation> changed = Attack.COLLUSION.apply(laboratory, Set.of(group), PROBE);
            effects.put(group, laboratory.effect(base, changed, rules, 0));
        }
        List<String> ranked = laboratory.groups().stream()
                .sorted(Comparator.comparing((String group) -> -effects.get(group))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        return new HashSet<>(ranked.subList(0, attackers));
    }

    private void simulate(Methodology rules, Attack attack, Set<String> groups, double factor) {
        List<Observation> base = attack.base(laboratory);
        List<Observation> changed = attack.apply(laboratory, groups, factor);
        String size = String.format(Locale.ROOT, "%s %+.0f%%", attack.words(), (factor - 1) * 100);
        lines.add(
                new Line("move same day", size, rules.name(), laboratory.effect(base, changed, rules, 0), "fraction"));
        lines.add(new Line(
                "move after " + Laboratory.DAYS_AFTER + " days",
                size,
                rules.name(),
                laboratory.effect(base, changed, rules, Laboratory.DAYS_AFTER),
                "fraction"));
    }

    /** The smallest rise of the attackers' prices that moves the fixing by 1% on its day, by bisection. */
    private void cost(Methodology rules, Set<String> groups) {
        double low = 0;
        double high = LARGEST_DEVIATION;
        double deviation = Double.POSITIVE_INFINITY;
        for (int step = 0; step < 20; step++) {
            double middle = (low + high) / 2;
            if (collusion(rules, groups, 1 + middle) >= TARGET) {
                deviation = middle;
                high = middle;
            } else {
                low = middle;
            }
        }
        // Beyond some size the checks refuse the attackers' prices, so that the effect is not monotone: look at all
        // sizes.
        for (double size = 0.01; size < 1 && Double.isInfinite(deviation); size += 0.01) {
            deviation = collusion(rules, groups, 1 + size) >= TARGET ? size : deviation;
        }
        double priceUsd = laboratory
                        .fix(laboratory.observations(), rules)
                        .get(laboratory.attackDay())
                        .valueMicros()
                / 1e6;
        String attack = "collusion of " + groups.size();
        lines.add(new Line("deviation that moves 1%", attack, rules.name(), deviation, "fraction of price"));
        lines.add(new Line(
                "cost to move 1% for a day",
                attack,
                rules.name(),
                deviation * priceUsd * 1_000 * groups.size(),
                "USD if each attacker sells 1000 GPU-hours"));
    }

    private double collusion(Methodology rules, Set<String> groups, double factor) {
        List<Observation> changed = Attack.COLLUSION.apply(laboratory, groups, factor);
        return laboratory.effect(laboratory.observations(), changed, rules, 0);
    }

    /** What the fixing of the day would have been without each owner. */
    private void leaveOneOut(Methodology rules) {
        double largest = 0;
        for (String group : laboratory.groups()) {
            List<Observation> without = laboratory.observations().stream()
                    .filter(row -> !(laboratory.isHit(row) && row.group().equals(group)))
                    .toList();
            double effect = laboratory.effect(laboratory.observations(), without, rules, 0);
            largest = Math.max(largest, Math.abs(effect));
        }
        lines.add(new Line("largest effect of leaving one out", "", rules.name(), largest, "fraction"));
    }
}
