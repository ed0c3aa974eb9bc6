package org.calx.index.forecast;

import java.util.List;

/**
 * Series beside the one that is forecast, such as demand: the number at a place is of the same time as the value there.
 *
 * @param known those whose number is known when its time is forecast, such as a day-ahead load forecast; may go on beyond the values
 * @param observed those that are known only up to the origin of a forecast
 */
public record Factors(List<double[]> known, List<double[]> observed) {
    /** No factors. */
    public static final Factors NONE = new Factors(List.of(), List.of());

    public Factors {
        known = List.copyOf(known);
        observed = List.copyOf(observed);
    }

    public boolean isEmpty() {
        return known.isEmpty() && observed.isEmpty();
    }
}
