package org.calx.gateway.shape;

import java.util.List;

/**
 * What the venue wants every user to read.
 *
 * @param notice what kind of venue this is, empty for nothing to say
 * @param attribution who must be named for the data behind the benchmarks
 */
public record VenueNotes(String notice, List<String> attribution) {
    /** Nothing to say. */
    public static final VenueNotes NONE = new VenueNotes("", List.of());

    public VenueNotes {
        attribution = List.copyOf(attribution);
    }
}
