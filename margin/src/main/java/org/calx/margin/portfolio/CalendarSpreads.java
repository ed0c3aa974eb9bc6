package org.calx.margin.portfolio;

import java.util.Comparator;
import java.util.List;
import org.calx.margin.WideMath;
import org.calx.model.CalendarSpread;
import org.calx.model.SpreadSide;
import org.calx.model.Tier;

/** Forms the calendar spreads of one product by priority and charges them. */
final class CalendarSpreads {
    private final Compiled[] spreads;
    private final long[] nets;

    /** A spread whose legs are ranges of places in {@link MonthDeltas}. */
    private record Compiled(int[] from, int[] to, boolean[] isA, long[] ratios, long rate) {}

    CalendarSpreads(SpanProduct product, MonthDeltas deltas) {
        spreads = product.calendarSpreads().stream()
                .sorted(Comparator.comparingInt(CalendarSpread::priority))
                .map(spread -> compile(spread, product.tiers(), deltas))
                .toArray(Compiled[]::new);
        nets = new long
                [product.calendarSpreads().stream()
                        .mapToInt(spread -> spread.legs().size())
                        .max()
                        .orElse(0)];
    }

    private static Compiled compile(CalendarSpread spread, List<Tier> tiers, MonthDeltas deltas) {
        int legs = spread.legs().size();
        Compiled compiled =
                new Compiled(new int[legs], new int[legs], new boolean[legs], new long[legs], spread.rate());
        for (int i = 0; i < legs; i++) {
            CalendarSpread.Leg leg = spread.legs().get(i);
            Tier tier = tiers.stream()
                    .filter(candidate -> candidate.id() == leg.tierId())
                    .findFirst()
                    .orElseThrow();
            compiled.from[i] = placeOf(tier.fromMonth(), deltas);
            compiled.to[i] = placeOf(tier.toMonth() + 1, deltas);
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

    /** Forms all spreads: deltas are consumed, charges added. */
    void form(MonthDeltas deltas) {
        for (Compiled spread : spreads) {
            form(spread, deltas);
        }
    }

    private void form(Compiled spread, MonthDeltas deltas) {
        int scarcest = scarcest(spread, deltas);
        if (scarcest < 0) {
            return;
        }
        long ratio = spread.ratios[scarcest];
        long net = Math.abs(nets[scarcest]);
        long formed = net;
        if (ratio != 1) {
            long finer = ratio / WideMath.greatestCommonDivisor(net, ratio);
            deltas.refine(finer);
            formed = Math.multiplyExact(net, finer) / ratio;
        }
        for (int leg = 0; leg < spread.ratios.length; leg++) {
            deltas.consume(
                    spread.from[leg], spread.to[leg], nets[leg] > 0, Math.multiplyExact(formed, spread.ratios[leg]));
        }
        deltas.charge(formed, spread.rate);
    }

    /** The leg whose delta is used up first, or −1 if the legs do not oppose each other. Sets the legs' nets. */
    private int scarcest(Compiled spread, MonthDeltas deltas) {
        int scarcest = 0;
        boolean longA = false;
        for (int leg = 0; leg < spread.ratios.length; leg++) {
            long net = deltas.net(spread.from[leg], spread.to[leg]);
            nets[leg] = net;
            boolean isLongA = net > 0 == spread.isA[leg];
            longA = leg == 0 ? isLongA : longA;
            if (net == 0 || longA != isLongA) {
                return -1;
            }
            if (leg > 0 && isLess(spread, leg, scarcest)) {
                scarcest = leg;
            }
        }
        return scarcest;
    }

    private boolean isLess(Compiled spread, int leg, int other) {
        long net = Math.abs(nets[leg]);
        long least = Math.abs(nets[other]);
        return spread.ratios[leg] == spread.ratios[other]
                ? net < least
                : WideMath.isLess(net, spread.ratios[other], least, spread.ratios[leg]);
    }
}
