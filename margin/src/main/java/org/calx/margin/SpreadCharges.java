package org.calx.margin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.calx.model.CalendarSpread;
import org.calx.model.DeliveryCharge;
import org.calx.model.MarginCharges;
import org.calx.model.SpreadSide;
import org.calx.model.Tier;

/**
 * A product's {@link MarginCharges}, made ready to be computed for an account whose working orders may fill in any way: charges
 * are bounds over all fills that no fill can raise, and exact where nothing can fill. {@code docs/spec/margin.md} has the proofs.
 *
 * <p>The months of a product fall into buckets: one for each tier, one for each charged delivery month outside the tiers, one
 * for all others. Of a bucket its low and high delta count: positions less open sells, positions and open buys, in lots.
 * Inside, deltas are whole numbers of units, so many to a lot that every spread takes whole ones.
 */
public final class SpreadCharges {
    /** No charges; all months in one bucket. */
    public static final SpreadCharges NONE = new SpreadCharges(MarginCharges.none(0));

    private final MarginCharges charges;
    private final long units;
    private final int tiers;
    private final int buckets;
    private final int[] looseMonths;
    private final int[] a;
    private final int[] b;
    private final long[] ratiosA;
    private final long[] ratiosB;
    private final long[] rates;
    private final long[] weights;
    private final int[] deliveryBuckets;

    /** Charges that {@link org.calx.margin.portfolio.ChargeCheck} finds no fault with. */
    public SpreadCharges(MarginCharges charges) {
        this.charges = charges;
        List<CalendarSpread> spreads = new ArrayList<>(charges.calendarSpreads());
        spreads.sort(Comparator.comparingInt(CalendarSpread::priority));
        tiers = charges.tiers().size();
        units = units(charges);
        looseMonths = charges.deliveryCharges().stream()
                .mapToInt(DeliveryCharge::month)
                .filter(month -> tierOf(month) == tiers)
                .toArray();
        buckets = tiers + looseMonths.length + 1;
        int count = spreads.size();
        a = new int[count];
        b = new int[count];
        ratiosA = new long[count];
        ratiosB = new long[count];
        rates = new long[count];
        weights = new long[buckets];
        for (int k = 0; k < count; k++) {
            compile(spreads.get(k), k);
        }
        deliveryBuckets = charges.deliveryCharges().stream()
                .mapToInt(delivery -> bucketOf(delivery.month()))
                .toArray();
    }

    private void compile(CalendarSpread spread, int k) {
        for (CalendarSpread.Leg leg : spread.legs()) {
            int bucket = 0;
            while (charges.tiers().get(bucket).id() != leg.tierId()) {
                bucket++;
            }
            (leg.side() == SpreadSide.A ? a : b)[k] = bucket;
            (leg.side() == SpreadSide.A ? ratiosA : ratiosB)[k] = leg.ratio();
            weights[bucket] = Math.max(weights[bucket], units / leg.ratio() * spread.rate());
        }
        rates[k] = spread.rate();
    }

    /** Units in a lot: a multiple of each spread's ratios, and still one of the later ones' when a spread has formed. */
    private static long units(MarginCharges charges) {
        long units = 1;
        for (CalendarSpread spread : charges.calendarSpreads()) {
            long ofSpread = 1;
            for (CalendarSpread.Leg leg : spread.legs()) {
                ofSpread = WideMath.leastCommonMultiple(ofSpread, leg.ratio());
            }
            units = Math.multiplyExact(units, ofSpread);
        }
        return units;
    }

    /** What it was made of. */
    public MarginCharges charges() {
        return charges;
    }

    /** Units in a lot of delta. */
    public long units() {
        return units;
    }

    /** Buckets, 1 or more. */
    public int buckets() {
        return buckets;
    }

    /** The bucket of a contract month, of {@link org.calx.model.Months}. */
    public int bucketOf(int month) {
        int tier = tierOf(month);
        if (tier < tiers) {
            return tier;
        }
        int loose = 0;
        while (loose < looseMonths.length && looseMonths[loose] != month) {
            loose++;
        }
        return tiers + loose;
    }

    private int tierOf(int month) {
        List<Tier> list = charges.tiers();
        int tier = 0;
        while (tier < list.size()
                && (month < list.get(tier).fromMonth() || month > list.get(tier).toMonth())) {
            tier++;
        }
        return tier;
    }

    /**
     * Computes the charges and what they leave.
     *
     * @param deltas low and high delta of each bucket in turn, lots; the first bucket's stand at {@code at}
     * @param box receives the results
     */
    public void compute(long[] deltas, int at, SpreadBox box) {
        for (int bucket = 0; bucket < buckets; bucket++) {
            box.low[bucket] = deltas[at + 2 * bucket] * units;
            box.high[bucket] = deltas[at + 2 * bucket + 1] * units;
            box.consumed[bucket] = 0;
        }
        box.calendarMicros = rates.length == 0 ? 0 : calendarMicros(deltas, at, box);
        box.deliveryMicros = deliveryBuckets.length == 0 ? 0 : deliveryMicros(deltas, at, box);
        box.netLow = 0;
        box.netHigh = 0;
        for (int bucket = 0; bucket < buckets; bucket++) {
            box.netLow += box.low[bucket];
            box.netHigh += box.high[bucket];
        }
    }

    private long calendarMicros(long[] deltas, int at, SpreadBox box) {
        long bound = boundOnAllSpreads(deltas, at);
        long sum = 0;
        for (int k = 0; k < rates.length; k++) {
            long most = OpposedDeltas.most(box.low, box.high, a[k], ratiosA[k], b[k], ratiosB[k]);
            if (most > 0) {
                sum = Math.min(bound, sum + most * rates[k]);
                box.consumed[a[k]] += most * ratiosA[k];
                box.consumed[b[k]] += most * ratiosB[k];
                OpposedDeltas.consume(box.low, a[k], ratiosA[k], b[k], ratiosB[k]);
                OpposedDeltas.consume(box.high, a[k], ratiosA[k], b[k], ratiosB[k]);
            }
        }
        return WideMath.divideUp(sum, units);
    }

    /**
     * A bound on the rates of all spreads together, in micros × units. A lot of a bucket pays for no more than its dearest
     * spread would if that were paid by this leg alone; the legs that pay may be the long ones, the short ones, both by halves,
     * or all but those of the bucket that could pay most.
     */
    private long boundOnAllSpreads(long[] deltas, int at) {
        long longs = 0;
        long shorts = 0;
        long both = 0;
        long largest = 0;
        for (int bucket = 0; bucket < tiers; bucket++) {
            long ofLong = OpposedDeltas.positive(deltas[at + 2 * bucket + 1]) * weights[bucket];
            long ofShort = OpposedDeltas.positive(-deltas[at + 2 * bucket]) * weights[bucket];
            long larger = Math.max(ofLong, ofShort);
            longs += ofLong;
            shorts += ofShort;
            both += larger;
            largest = Math.max(largest, larger);
        }
        return Math.min(Math.min(longs, shorts), Math.min((both + 1) / 2, both - largest));
    }

    private long deliveryMicros(long[] deltas, int at, SpreadBox box) {
        long sum = 0;
        for (int i = 0; i < deliveryBuckets.length; i++) {
            DeliveryCharge rate = charges.deliveryCharges().get(i);
            int bucket = deliveryBuckets[i];
            long reach = units
                    * Math.max(
                            OpposedDeltas.positive(deltas[at + 2 * bucket + 1]),
                            OpposedDeltas.positive(-deltas[at + 2 * bucket]));
            long left = Math.max(OpposedDeltas.positive(box.high[bucket]), OpposedDeltas.positive(-box.low[bucket]));
            long consumed = Math.min(reach, box.consumed[bucket]);
            long dearer = rate.outrightRate() - rate.spreadRate();
            sum += dearer >= 0
                    ? reach * rate.spreadRate() + left * dearer
                    : reach * rate.outrightRate() - consumed * dearer;
        }
        return WideMath.divideUp(sum, units);
    }
}
