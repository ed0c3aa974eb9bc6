package org.calx.acceptance.simulator.model;

import org.calx.model.Side;
import org.calx.model.TimeInForce;

/** A working order. */
final class ModelOrder {
    final long orderId;
    final int accountId;
    final ModelInstrument instrument;
    final Side side;
    final TimeInForce timeInForce;
    final boolean postOnly;
    long sessionId;
    long priceTicks;
    long quantityLots;
    long remainingLots;

    ModelOrder(
            long orderId,
            int accountId,
            ModelInstrument instrument,
            Side side,
            TimeInForce timeInForce,
            boolean postOnly,
            long priceTicks,
            long quantityLots) {
        this.orderId = orderId;
        this.accountId = accountId;
        this.instrument = instrument;
        this.side = side;
        this.timeInForce = timeInForce;
        this.postOnly = postOnly;
        this.priceTicks = priceTicks;
        this.quantityLots = quantityLots;
        remainingLots = quantityLots;
    }

    long filledLots() {
        return quantityLots - remainingLots;
    }

    /** Whether it would trade at once with the book. */
    boolean crosses() {
        return instrument.crosses(side, priceTicks);
    }

    /** What a lot loses the moment it fills at the limit: the way to the valuation price, and the dearer fee. */
    long lossAtOnceMicros() {
        var parameters = instrument.product.parameters;
        long fee = Math.max(0, Math.max(parameters.makerFeeMicrosPerLot(), parameters.takerFeeMicrosPerLot()));
        long limitMicros = priceTicks * instrument.product.spec.tickMicros();
        return side.sign() * (limitMicros - instrument.valuationMicros) * instrument.spec.unitsPerLot() + fee;
    }
}
