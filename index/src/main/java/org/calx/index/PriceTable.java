package org.calx.index;

import java.util.List;

/**
 * The rows of one or more price files. Immutable; both kinds keep the order of the file.
 *
 * @param offers GPU rental offers
 * @param hours hourly power prices
 * @param attributions the words that the sources' licences ask for, from the files' {@code # Attribution:} lines
 */
public record PriceTable(List<GpuOffer> offers, List<PowerHour> hours, List<String> attributions) {

    public PriceTable {
        offers = List.copyOf(offers);
        hours = List.copyOf(hours);
        attributions = List.copyOf(attributions);
    }
}
