package org.calx.index.methodology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Weights of contributions: by volume where all have one, else equal by group, no group above the cap. */
public final class GroupWeights {
    private GroupWeights() {}

    /**
     * Weights in the order of the contributions, their sum 1. What a group has above the cap goes to the groups below it in
     * proportion. Where too few groups contribute for the cap to hold, all weigh the same.
     */
    public static double[] of(List<Contribution> contributions, Methodology rules) {
        boolean byVolume = contributions.stream().allMatch(one -> one.volume() > 0);
        Map<String, Double> groups = new LinkedHashMap<>();
        Map<String, Double> insideGroups = new LinkedHashMap<>();
        for (Contribution one : contributions) {
            groups.merge(one.group(), byVolume ? one.volume() : 0, Double::sum);
            insideGroups.merge(one.group(), byVolume ? one.volume() : 1, Double::sum);
        }
        if (!byVolume) {
            groups.replaceAll((_, _) -> 1.0);
        }
        cap(groups, groups.size() >= rules.smallPanel() ? rules.groupCap() : rules.smallPanelCap());
        return contributions.stream()
                .mapToDouble(
                        one -> groups.get(one.group()) * (byVolume ? one.volume() : 1) / insideGroups.get(one.group()))
                .toArray();
    }

    private static void cap(Map<String, Double> weights, double cap) {
        double total =
                weights.values().stream().mapToDouble(Double::doubleValue).sum();
        weights.replaceAll((_, weight) -> weight / total);
        if (cap * weights.size() <= 1) {
            weights.replaceAll((_, _) -> 1.0 / weights.size());
            return;
        }
        // Each round puts at least one more group at the cap, so there are at most as many rounds as groups.
        for (int round = 0; round < weights.size(); round++) {
            double free = 0;
            double capped = 0;
            for (double weight : weights.values()) {
                free += weight < cap ? weight : 0;
                capped += weight < cap ? 0 : cap;
            }
            double scale = (1 - capped) / free;
            if (weights.values().stream().noneMatch(weight -> weight > cap)) {
                return;
            }
            weights.replaceAll((_, weight) -> weight < cap ? weight * scale : cap);
        }
    }
}
