package org.calx.core.clearing;

import org.calx.core.reference.Instruments;
import org.calx.margin.ProductCharges;
import org.calx.margin.SpreadBox;
import org.calx.margin.SpreadCharges;

/** How an order would move the ends between which fills can bring its instrument's delta. One instance is set anew each time. */
final class OrderReach {
    private final Instruments instruments;
    private final Positions positions;
    private final Deltas deltas;
    private int bucket;

    long oldLow;
    long oldHigh;
    long newLow;
    long newHigh;

    OrderReach(Instruments instruments, Positions positions) {
        this.instruments = instruments;
        this.positions = positions;
        deltas = new Deltas(instruments);
    }

    OrderReach set(int accountId, int instrumentId, int sign, long lots) {
        int position = positions.find(accountId, instrumentId);
        long low = positions.low(position);
        long high = positions.high(position);
        long lowWith = low - (sign > 0 ? 0 : lots);
        long highWith = high + (sign > 0 ? lots : 0);
        bucket = instruments.bucket(instrumentId);
        oldLow = deltas.low(instrumentId, low, high);
        oldHigh = deltas.high(instrumentId, low, high);
        newLow = deltas.low(instrumentId, lowWith, highWith);
        newHigh = deltas.high(instrumentId, lowWith, highWith);
        return this;
    }

    /** The flat calendar charge of a margin row with the order. */
    long calendarMicros(MarginAccounts margins, int row, ProductCharges charges) {
        return margins.calendarWithMicros(row, charges, oldLow, oldHigh, newLow, newHigh);
    }

    /** The charges of a margin row with the order; holds until the next call. */
    SpreadBox box(SpreadBoxes boxes, int row, SpreadCharges charges) {
        return boxes.with(row, charges, bucket, newLow - oldLow, newHigh - oldHigh);
    }
}
