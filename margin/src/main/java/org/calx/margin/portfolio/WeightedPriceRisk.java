package org.calx.margin.portfolio;

/** Whether the weighted price risk of a delta, which credits are taken from, has a limit. */
public enum WeightedPriceRisk {
    UNCAPPED,
    /** No more than the price scan range of one future. */
    CAPPED
}
