package org.calx.margin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.calx.model.CommoditySpread;
import org.calx.model.CommoditySpreads;
import org.calx.model.SpreadSide;

/**
 * The venue's {@link CommoditySpreads}, made ready to be formed on delta that no working order can take away. Products that
 * spreads name have places from 0 on.
 */
public final class CreditSpreads {
    /** No spreads. */
    public static final CreditSpreads NONE = new CreditSpreads(CommoditySpreads.NONE, product -> SpreadCharges.NONE);

    private final CommoditySpreads spreads;
    private final int[] productIds;
    private final long[] finer;
    private final long units;
    private final int[] a;
    private final int[] b;
    private final long[] ratiosA;
    private final long[] ratiosB;
    private final long[] ratesA;
    private final long[] ratesB;

    /** Spreads that {@link org.calx.margin.portfolio.ChargeCheck} finds no fault with, between products with these charges. */
    public CreditSpreads(CommoditySpreads spreads, IntFunction<SpreadCharges> chargesOfProduct) {
        this.spreads = spreads;
        List<CommoditySpread> list = new ArrayList<>(spreads.list());
        list.sort(Comparator.comparingInt(CommoditySpread::priority));
        productIds = list.stream()
                .flatMap(spread -> spread.legs().stream())
                .mapToInt(CommoditySpread.Leg::productId)
                .distinct()
                .sorted()
                .toArray();
        units = units(spreads, chargesOfProduct);
        finer = new long[productIds.length];
        for (int place = 0; place < finer.length; place++) {
            finer[place] = units / chargesOfProduct.apply(productIds[place]).units();
        }
        int count = list.size();
        a = new int[count];
        b = new int[count];
        ratiosA = new long[count];
        ratiosB = new long[count];
        ratesA = new long[count];
        ratesB = new long[count];
        for (int k = 0; k < count; k++) {
            for (CommoditySpread.Leg leg : list.get(k).legs()) {
                boolean isA = leg.side() == SpreadSide.A;
                (isA ? a : b)[k] = place(leg.productId());
                (isA ? ratiosA : ratiosB)[k] = leg.ratio();
                (isA ? ratesA : ratesB)[k] = leg.creditRate();
            }
        }
    }

    /** Units in a lot of any of the products: whole ones in every spread. */
    private static long units(CommoditySpreads spreads, IntFunction<SpreadCharges> chargesOfProduct) {
        long ofProducts = 1;
        long ofSpreads = 1;
        for (CommoditySpread spread : spreads.list()) {
            long ratios = 1;
            for (CommoditySpread.Leg leg : spread.legs()) {
                ofProducts = WideMath.leastCommonMultiple(
                        ofProducts, chargesOfProduct.apply(leg.productId()).units());
                ratios = WideMath.leastCommonMultiple(ratios, leg.ratio());
            }
            ofSpreads = Math.multiplyExact(ofSpreads, ratios);
        }
        return Math.multiplyExact(ofProducts, ofSpreads);
    }

    /** What it was made of. */
    public CommoditySpreads spreads() {
        return spreads;
    }

    /** Products that spreads name. */
    public int places() {
        return productIds.length;
    }

    /** The product at a place; they rise. */
    public int productId(int place) {
        return productIds[place];
    }

    /** The place of a product, −1 for none. */
    public int place(int productId) {
        for (int place = 0; place < productIds.length; place++) {
            if (productIds[place] == productId) {
                return place;
            }
        }
        return -1;
    }

    /** Units in a lot of delta. */
    public long units() {
        return units;
    }

    /** How many of these units a unit of the product's {@link SpreadCharges} is. */
    public long finer(int place) {
        return finer[place];
    }

    /**
     * Forms the spreads.
     *
     * @param low the least delta that each place has left, in {@link #units}; consumed
     * @param high the most; consumed
     * @param credits receives for each place the sum of units consumed × credit rate
     */
    public void form(long[] low, long[] high, long[] credits) {
        for (int place = 0; place < productIds.length; place++) {
            credits[place] = 0;
        }
        for (int k = 0; k < a.length; k++) {
            long least = OpposedDeltas.least(low, high, a[k], ratiosA[k], b[k], ratiosB[k]);
            credits[a[k]] += least * ratiosA[k] * ratesA[k];
            credits[b[k]] += least * ratiosB[k] * ratesB[k];
            OpposedDeltas.consume(low, a[k], ratiosA[k], b[k], ratiosB[k]);
            OpposedDeltas.consume(high, a[k], ratiosA[k], b[k], ratiosB[k]);
        }
    }
}
