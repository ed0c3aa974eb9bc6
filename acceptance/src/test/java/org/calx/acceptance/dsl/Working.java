package org.calx.acceptance.dsl;

import org.calx.model.Side;

/** A working order as its owner sees it. */
record Working(long orderId, String symbol, Side side, long priceTicks, long remainingLots) {}
