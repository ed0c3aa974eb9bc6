package org.calx.margin.portfolio;

import java.util.List;

/**
 * A product margined by its worst scenario of a grid of any size, less its option value, with a minimum for short
 * options: the shape of the portfolio margin of several option venues.
 *
 * @param id its name
 * @param scenarios how many values each risk array has, 1 or above
 * @param shortOptionMinimum minor units a net short option, calls and puts together
 * @param contracts its contracts
 */
public record GridProduct(String id, int scenarios, long shortOptionMinimum, List<MarginContract> contracts)
        implements ProductMargin {

    @Override
    public List<String> contractIds() {
        return contracts.stream().map(MarginContract::id).toList();
    }
}
