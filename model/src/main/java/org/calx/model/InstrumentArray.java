package org.calx.model;

import java.util.List;

/**
 * A risk array that is to come.
 *
 * @param instrumentId the instrument
 * @param lossMicrosPerLot the loss of one long lot in each scenario, micros: 16 of them, or as many as its product's grid has
 */
public record InstrumentArray(int instrumentId, List<Long> lossMicrosPerLot) {
    public InstrumentArray {
        lossMicrosPerLot = List.copyOf(lossMicrosPerLot);
    }

    /** The losses as an array. */
    public long[] losses() {
        return lossMicrosPerLot.stream().mapToLong(Long::longValue).toArray();
    }
}
