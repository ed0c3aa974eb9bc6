package org.calx.index.input;

/** The like-for-like series that an observation belongs to: the same offer by the same provider from the same source. */
public record SeriesKey(
        Observation.Kind kind,
        String provider,
        String region,
        String model,
        int gpuCount,
        Observation.Term term,
        String currency,
        String source) {}
