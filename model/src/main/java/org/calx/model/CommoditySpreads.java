package org.calx.model;

import java.util.List;

/**
 * All spreads between products of the venue.
 *
 * @param list at most {@value #MAX_SPREADS}
 */
public record CommoditySpreads(List<CommoditySpread> list) {
    /** Most spreads. */
    public static final int MAX_SPREADS = 20;

    /** No spreads. */
    public static final CommoditySpreads NONE = new CommoditySpreads(List.of());

    public CommoditySpreads {
        list = List.copyOf(list);
    }
}
