package org.calx.gateway.margin;

import org.calx.gateway.view.InstrumentView;
import org.calx.model.Side;

/**
 * An order that has not been sent.
 *
 * @param priceTicks its limit
 * @param lots 1 or more
 */
public record HypotheticalOrder(InstrumentView instrument, Side side, long priceTicks, long lots) {}
