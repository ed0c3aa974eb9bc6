package org.calx.gateway.view;

import org.calx.model.Side;

/**
 * A trade as the market saw it.
 *
 * @param tradeNumber 1 for the instrument's first trade that this gateway has seen, and so on
 * @param tickDirection Deribit's code: 0 up, 1 unchanged after up, 2 down, 3 unchanged after down
 * @param markMicros mark price at the time
 * @param indexMicros last index fixing at the time, 0 for none
 * @param eventSequence its number in the event stream
 */
public record TradeView(
        InstrumentView instrument,
        long tradeId,
        long tradeNumber,
        long priceTicks,
        long quantityLots,
        Side aggressorSide,
        int tickDirection,
        long markMicros,
        long indexMicros,
        long timestampNs,
        long eventSequence) {}
