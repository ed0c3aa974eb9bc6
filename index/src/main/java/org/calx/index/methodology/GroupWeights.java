package org.calx.index.methodology;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights of contributions: by volume where all have one, else equal by group, no group above the cap.
 *
 * <p>Groups are numbered in the order of their first contribution, so that sums are taken in the same order on every machine.
 */
public final class GroupWeights {
    private GroupWeights() {}

    /**
     * Weights in the order of the contributions, their sum 1. What a group has above the cap goes to the groups below it in
     * proportion. Where too few groups contribute for the cap to hold, all weigh the same.
     */
    public static double[] of(List<Contribution> contributions, Methodology rules) {
        double[] volumes =
                contributions.stream().mapToDouble(Contribution::volume).toArray();
        int[] groups = groups(contributions);
        return of(volumes, groups, Arrays.stream(groups).max().orElse(-1) + 1, rules);
    }

    /** The number of each contribution's group, from 0. */
    static int[] groups(List<Contribution> contributions) {
        Map<String, Integer> numbers = new HashMap<>();
        return contributions.stream()
                .mapToInt(one -> numbers.computeIfAbsent(one.group(), _ -> numbers.size()))
                .toArray();
    }

    /**
     * Weights.
     *
     * @param volumes of the contributions, 0 where unknown
     * @param groups number of each one's group
     * @param count groups that there are
     */
    static double[] of(double[] volumes, int[] groups, int count, Methodology rules) {
        boolean byVolume = Arrays.stream(volumes).allMatch(volume -> volume > 0);
        double[] weights = new double[count];
        double[] insideGroups = new double[count];
        for (int at = 0; at < volumes.length; at++) {
            double own = byVolume ? volumes[at] : 1;
            weights[groups[at]] += byVolume ? own : 0;
            insideGroups[groups[at]] += own;
        }
        if (!byVolume) {
            Arrays.fill(weights, 1);
        }
        cap(weights, count >= rules.smallPanel() ? rules.groupCap() : rules.smallPanelCap());
        double[] all = new double[volumes.length];
        for (int at = 0; at < all.length; at++) {
            all[at] = weights[groups[at]] * (byVolume ? volumes[at] : 1) / insideGroups[groups[at]];
        }
        return all;
    }

    private static void cap(double[] weights, double cap) {
        double total = Arrays.stream(weights).sum();
        for (int at = 0; at < weights.length; at++) {
            weights[at] /= total;
        }
        if (cap * weights.length <= 1) {
            Arrays.fill(weights, 1.0 / weights.length);
            return;
        }
        // Each round puts at least one more group at the cap, so there are at most as many rounds as groups.
        for (int round = 0; round < weights.length; round++) {
            double free = 0;
            double capped = 0;
            boolean over = false;
            for (double weight : weights) {
                free += weight < cap ? weight : 0;
                capped += weight < cap ? 0 : cap;
                over |= weight > cap;
            }
            if (!over) {
                return;
            }
            double scale = (1 - capped) / free;
            for (int at = 0; at < weights.length; at++) {
                weights[at] = weights[at] < cap ? weights[at] * scale : cap;
            }
        }
    }
}
