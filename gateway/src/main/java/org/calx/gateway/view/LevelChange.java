package org.calx.gateway.view;

import org.calx.model.Side;

/**
 * What one command did to one price of a book.
 *
 * @param beforeLots quantity at the price before, 0 for none
 * @param afterLots quantity at the price now, 0 for none
 */
public record LevelChange(Side side, long priceTicks, long beforeLots, long afterLots) {}
