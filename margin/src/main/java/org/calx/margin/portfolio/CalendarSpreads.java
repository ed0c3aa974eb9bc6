package org.calx.margin.portfolio;

import java.util.Comparator;
import java.util.List;
import org.calx.margin.WideMath;
import org.calx.model.CalendarSpread;
import org.calx.model.SpreadSide;
import org.calx.model.Tier;

/**
 * Forms the calendar spreads of one product by priority and charges them. Spreads take from the net of whole tiers; what that takes
 * from months is counted once, at the end: a tier gives its nearest months first, and its net keeps its sign.
 */
final class CalendarSpreads {
    private final Compiled[] spreads;

    /** The places of each tier's months in {@link MonthDeltas}: from, and up to but not including. */
    private final int[] from;

    private final int[] to;

    /** What remains of each tier, signed units. */
    private final long[] nets;

    /** A spread between tiers by their places in the product's list. */
    private record Compiled(int[] tiers, boolean[] isA, long[] ratios, long rate) {}

    CalendarSpreads(SpanProduct product, MonthDeltas deltas) {
        List<Tier> tiers = product.tiers();
        from = tiers.stream()
                .mapToInt(tier -> placeOf(tier.fromMonth(), deltas))
                .toArray();
        to = tiers.stream()
                .mapToInt(tier -> placeOf(tier.toMonth() + 1, deltas))
                .toArray();
        nets = new long[tiers.size()];
        List<Integer> ids = tiers.stream().map(Tier::id).toList();
        spreads = product.calendarSpreads().stream()
                .sorted(Comparator.comparingInt(CalendarSpread::priority))
                .map(spread -> compile(spread, ids))
                .toArray(Compiled[]::new);
    }

    private static Compiled compile(CalendarSpread spread, List<Integer> tierIds) {
        int legs = spread.legs().size();
        Compiled compiled = new Compiled(new int[legs], new boolean[legs], new long[legs], spread.rate());
        for (int i = 0; i < legs; i++) {
            CalendarSpread.Leg leg = spread.legs().get(i);
            compiled.tiers[i] = tierIds.indexOf(leg.tierId());
            compiled.isA[i] = leg.side() == SpreadSide.A;
            compiled.ratios[i] = leg.ratio();
        }
        return compiled;
    }

    /** The place of the first month that is not before this one. */
    private static int placeOf(int month, MonthDeltas deltas) {
        int place = 0;
        while (place < deltas.size() && deltas.month(place) < month) {
            place++;
        }
        return place;
    }

    /** Forms all spreads: their units leave the net of all months, charges are added. */
    void form(MonthDeltas deltas) {
        for (int tier = 0; tier < nets.length; tier++) {
            nets[tier] = deltas.net(from[tier], to[tier]);
        }
        for (Compiled spread : spreads) {
            int scarcest = scarcest(spread);
            if (scarcest >= 0) {
                form(spread, scarcest, deltas);
            }
        }
    }

    private void form(Compiled spread, int scarcest, MonthDeltas deltas) {
        long ratio = spread.ratios[scarcest];
        long formed = Math.abs(nets[spread.tiers[scarcest]]);
        if (ratio != 1) {
            long finer = ratio / WideMath.greatestCommonDivisor(formed, ratio);
            refine(finer, deltas);
            formed = Math.multiplyExact(formed, finer) / ratio;
        }
        for (int leg = 0; leg < spread.tiers.length; leg++) {
            int tier = spread.tiers[leg];
            long units = Math.multiplyExact(formed, spread.ratios[leg]);
            long signedUnits = nets[tier] > 0 ? units : -units;
            nets[tier] -= signedUnits;
            deltas.take(signedUnits);
        }
        deltas.charge(formed, spread.rate);
    }

    private void refine(long factor, MonthDeltas deltas) {
        if (factor != 1) {
            deltas.refine(factor);
            for (int tier = 0; tier < nets.length; tier++) {
                nets[tier] = Math.multiplyExact(nets[tier], factor);
            }
        }
    }

    /** Takes from the months what {@link #form} has taken from their tiers. */
    void consume(MonthDeltas deltas) {
        for (int tier = 0; tier < nets.length; tier++) {
            long taken = deltas.net(from[tier], to[tier]) - nets[tier];
            deltas.consume(from[tier], to[tier], taken);
        }
    }

    /** The leg whose delta is used up first, or −1 if the legs do not oppose each other. */
    private int scarcest(Compiled spread) {
        int scarcest = 0;
        boolean longA = nets[spread.tiers[0]] > 0 == spread.isA[0];
        for (int leg = 0; leg < spread.tiers.length; leg++) {
            long net = nets[spread.tiers[leg]];
            if (net == 0 || net > 0 == spread.isA[leg] != longA) {
                return -1;
            }
            if (leg > 0 && isLess(spread, leg, scarcest)) {
                scarcest = leg;
            }
        }
        return scarcest;
    }

    private boolean isLess(Compiled spread, int leg, int other) {
        long net = Math.abs(nets[spread.tiers[leg]]);
        long least = Math.abs(nets[spread.tiers[other]]);
        return spread.ratios[leg] == spread.ratios[other]
                ? net < least
                : WideMath.isLess(net, spread.ratios[other], least, spread.ratios[leg]);
    }
}
