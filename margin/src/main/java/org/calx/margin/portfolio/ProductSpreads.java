package org.calx.margin.portfolio;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.calx.margin.WideMath;
import org.calx.model.SpreadSide;

/** Forms spreads between products by priority: how many, and from which units of each leg's delta. */
final class ProductSpreads {
    private final Compiled[] spreads;

    /** A spread whose legs are kernels. */
    record Compiled(SpanKernel[] kernels, boolean[] isA, long[] ratios, long[] creditRates) {
        int legs() {
            return kernels.length;
        }
    }

    /** What is done with a spread that formed: {@code units[leg]} of each leg's net delta are to be given. */
    interface Former {
        void form(int spread, Compiled legs, long[] units);
    }

    private final long[] units;

    ProductSpreads(List<ProductSpread> list, Map<String, SpanKernel> kernels) {
        spreads = list.stream()
                .sorted(Comparator.comparingInt(ProductSpread::priority))
                .map(spread -> compile(spread.legs(), kernels))
                .toArray(Compiled[]::new);
        units = new long
                [list.stream().mapToInt(spread -> spread.legs().size()).max().orElse(0)];
    }

    private static Compiled compile(List<ProductSpread.Leg> legs, Map<String, SpanKernel> kernels) {
        int size = legs.size();
        Compiled compiled = new Compiled(new SpanKernel[size], new boolean[size], new long[size], new long[size]);
        for (int i = 0; i < size; i++) {
            compiled.kernels[i] = kernels.get(legs.get(i).productId());
            compiled.isA[i] = legs.get(i).side() == SpreadSide.A;
            compiled.ratios[i] = legs.get(i).ratio();
            compiled.creditRates[i] = legs.get(i).creditRate();
        }
        return compiled;
    }

    int count() {
        return spreads.length;
    }

    /** Forms every spread whose legs oppose each other. */
    void form(Former former) {
        for (int i = 0; i < spreads.length; i++) {
            Compiled spread = spreads[i];
            int scarcest = scarcest(spread);
            if (scarcest >= 0) {
                takeUnits(spread, scarcest);
                former.form(i, spread, units);
            }
        }
    }

    /** The leg whose delta is used up first, or −1 if the legs do not oppose each other. */
    private static int scarcest(Compiled spread) {
        boolean longA = spread.kernels[0].net() > 0 == spread.isA[0];
        int scarcest = 0;
        for (int leg = 0; leg < spread.legs(); leg++) {
            long net = spread.kernels[leg].net();
            if (net == 0 || net > 0 != (longA == spread.isA[leg])) {
                return -1;
            }
            if (leg > 0 && isLess(spread, leg, scarcest)) {
                scarcest = leg;
            }
        }
        return scarcest;
    }

    /** Whether the delta of a leg makes fewer spreads than that of another. */
    private static boolean isLess(Compiled spread, int leg, int other) {
        SpanKernel one = spread.kernels[leg];
        SpanKernel two = spread.kernels[other];
        return WideMath.isLess(
                Math.abs(one.net()),
                Math.multiplyExact(two.deltas().denominator(), spread.ratios[other]),
                Math.abs(two.net()),
                Math.multiplyExact(one.deltas().denominator(), spread.ratios[leg]));
    }

    /** Makes every leg's units so fine that it gives whole ones: spreads × its ratio. */
    private void takeUnits(Compiled spread, int scarcest) {
        SpanKernel scarce = spread.kernels[scarcest];
        long spreads = Math.abs(scarce.net());
        long parts = Math.multiplyExact(scarce.deltas().denominator(), spread.ratios[scarcest]);
        for (int leg = 0; leg < spread.legs(); leg++) {
            SpanKernel kernel = spread.kernels[leg];
            long whole = Math.multiplyExact(
                    Math.multiplyExact(spreads, spread.ratios[leg]),
                    kernel.deltas().denominator());
            units[leg] = whole;
            if (parts != 1) {
                long finer = parts / WideMath.greatestCommonDivisor(whole, parts);
                kernel.refine(finer);
                units[leg] = Math.multiplyExact(whole, finer) / parts;
            }
        }
    }
}
