package org.calx.core.clearing;

import org.calx.core.reference.Instruments;
import org.calx.margin.OptionValue;
import org.calx.model.OptionType;

/** The least and the most delta of positions that fills could make, in lots: of an option from none to all of its lots. */
final class Deltas {
    private final Instruments instruments;

    Deltas(Instruments instruments) {
        this.instruments = instruments;
    }

    long low(int instrumentId, long lowLots, long highLots) {
        return instruments.isOption(instrumentId)
                ? OptionValue.lowDelta(type(instrumentId), lowLots, highLots)
                : lowLots;
    }

    long high(int instrumentId, long lowLots, long highLots) {
        return instruments.isOption(instrumentId)
                ? OptionValue.highDelta(type(instrumentId), lowLots, highLots)
                : highLots;
    }

    private OptionType type(int instrumentId) {
        return instruments.spec(instrumentId).option().type();
    }
}
