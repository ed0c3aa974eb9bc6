package org.calx.acceptance.simulator.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.calx.model.InstrumentSpec;
import org.calx.model.Months;
import org.calx.model.Rating;
import org.calx.model.Side;

/** An instrument: its book, its prices and who holds what, in the order in which holders first came. */
final class ModelInstrument {
    static final int NEVER = Integer.MIN_VALUE;

    final InstrumentSpec spec;
    final ModelProduct product;

    /** The contract month. */
    final int month;

    final List<ModelOrder> bids = new ArrayList<>();
    final List<ModelOrder> asks = new ArrayList<>();
    final Map<Integer, ModelPosition> positions = new LinkedHashMap<>();
    boolean expired;
    long valuationMicros;
    boolean marked;
    long markMicros;
    long markSetNs;
    long settlementMicros;
    int settledDay = NEVER;
    long closingLots;
    long closingTicksLots;
    long riskArrayVersion;
    long[] riskArray = new long[16];

    /** The array multiplied for each rating. */
    private final long[][] ratedArrays = new long[Rating.count()][16];

    ModelInstrument(InstrumentSpec spec, ModelProduct product) {
        this.spec = spec;
        this.product = product;
        month = Months.ofDay(spec.firstFixingDay());
        valuationMicros = spec.referencePriceMicros();
        settlementMicros = spec.referencePriceMicros();
    }

    void setRiskArray(long version, long[] losses) {
        riskArrayVersion = version;
        riskArray = losses.clone();
        multiply();
    }

    /** The product's rules multiply each loss by rating, rounded half up on its magnitude. */
    void multiply() {
        for (Rating rating : Rating.values()) {
            long bps = product.multiplierBps(rating);
            for (int scenario = 0; scenario < riskArray.length; scenario++) {
                long magnitude = (Math.abs(riskArray[scenario]) * bps + 5_000) / 10_000;
                ratedArrays[rating.ordinal()][scenario] = Long.signum(riskArray[scenario]) * magnitude;
            }
        }
    }

    /** What a long lot of an account with this rating loses. */
    long[] riskArray(Rating rating) {
        return ratedArrays[rating.ordinal()];
    }

    List<ModelOrder> side(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    /** Puts an order behind all others of its price and better ones. */
    void rest(ModelOrder order) {
        List<ModelOrder> queue = side(order.side);
        int at = queue.size();
        while (at > 0 && isBetter(order.side, order.priceTicks, queue.get(at - 1).priceTicks)) {
            at--;
        }
        queue.add(at, order);
    }

    private static boolean isBetter(Side side, long price, long other) {
        return side == Side.BUY ? price > other : price < other;
    }

    boolean crosses(Side side, long priceTicks) {
        List<ModelOrder> opposite = side(side.opposite());
        return !opposite.isEmpty() && reaches(side, priceTicks, opposite.getFirst().priceTicks);
    }

    /** Whether an order at this limit may trade at a price. */
    static boolean reaches(Side side, long limitTicks, long priceTicks) {
        return side == Side.BUY ? limitTicks >= priceTicks : limitTicks <= priceTicks;
    }

    ModelPosition position(int accountId) {
        return positions.computeIfAbsent(accountId, ModelPosition::new);
    }

    long positionLots(int accountId) {
        ModelPosition position = positions.get(accountId);
        return position == null ? 0 : position.lots;
    }

    boolean hasFreshMark(long nowNs) {
        return marked && nowNs - markSetNs <= product.parameters.markStaleNs();
    }

    long valueMicros(long lots, long priceMicros) {
        return Math.multiplyExact(lots * spec.unitsPerLot(), priceMicros);
    }

    /** The price that the band is laid around. */
    long referenceMicros(long nowNs) {
        if (hasFreshMark(nowNs)) {
            return markMicros;
        }
        if (bids.isEmpty() || asks.isEmpty()) {
            return settlementMicros;
        }
        long tick = product.spec.tickMicros();
        long mid = (bids.getFirst().priceTicks + asks.getFirst().priceTicks) * tick / 2;
        boolean near = Math.abs(mid - settlementMicros) <= product.parameters.bandTicks() * tick;
        return near ? mid : settlementMicros;
    }

    /** The last price inside the band on an order's aggressive side; a compute price is at least one tick. */
    long bandLimitTicks(Side side, long nowNs) {
        long reference = referenceMicros(nowNs);
        long tick = product.spec.tickMicros();
        long band = product.parameters.bandTicks();
        return side == Side.BUY
                ? Math.floorDiv(reference, tick) + band
                : Math.max(1, Math.ceilDiv(reference, tick) - band);
    }

    boolean isInsideBand(Side side, long priceTicks, long nowNs) {
        return priceTicks >= 1 && reaches(side, bandLimitTicks(side, nowNs), priceTicks);
    }
}
