package org.calx.acceptance.dsl;

import org.calx.model.OrderType;
import org.calx.model.Side;
import org.calx.model.TimeInForce;

/** An order as a trader would enter it. */
record OrderTerms(
        String symbol,
        Side side,
        OrderType type,
        TimeInForce timeInForce,
        boolean postOnly,
        long priceTicks,
        long quantityLots,
        String label) {}
