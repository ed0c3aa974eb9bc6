package org.calx.index.input;

/**
 * The like-for-like series that an observation belongs to: the same offer by the same provider from the same source. Many rows share one
 * instance, and its hash is made once, since every row is looked up by it several times.
 */
public final class SeriesKey {
    private final Observation.Kind kind;
    private final String provider;
    private final String region;
    private final String model;
    private final int gpuCount;
    private final Observation.Term term;
    private final String currency;
    private final String source;
    private final int hash;

    /** The names are those of an {@link Observation}. */
    public SeriesKey(
            Observation.Kind kind,
            String provider,
            String region,
            String model,
            int gpuCount,
            Observation.Term term,
            String currency,
            String source) {
        this.kind = kind;
        this.provider = provider;
        this.region = region;
        this.model = model;
        this.gpuCount = gpuCount;
        this.term = term;
        this.currency = currency;
        this.source = source;
        int sum = kind.ordinal();
        sum = 31 * sum + provider.hashCode();
        sum = 31 * sum + region.hashCode();
        sum = 31 * sum + model.hashCode();
        sum = 31 * sum + gpuCount;
        sum = 31 * sum + term.ordinal();
        sum = 31 * sum + currency.hashCode();
        this.hash = 31 * sum + source.hashCode();
    }

    public Observation.Kind kind() {
        return kind;
    }

    public String provider() {
        return provider;
    }

    public String region() {
        return region;
    }

    public String model() {
        return model;
    }

    public int gpuCount() {
        return gpuCount;
    }

    public Observation.Term term() {
        return term;
    }

    public String currency() {
        return currency;
    }

    public String source() {
        return source;
    }

    /** The same offer by another provider. */
    public SeriesKey ofProvider(String name) {
        return new SeriesKey(kind, name, region, model, gpuCount, term, currency, source);
    }

    /** The same offer of another kind from another source. */
    public SeriesKey ofKind(Observation.Kind other, String from) {
        return new SeriesKey(other, provider, region, model, gpuCount, term, currency, from);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof SeriesKey key
                        && hash == key.hash
                        && kind == key.kind
                        && gpuCount == key.gpuCount
                        && term == key.term
                        && provider.equals(key.provider)
                        && region.equals(key.region)
                        && model.equals(key.model)
                        && currency.equals(key.currency)
                        && source.equals(key.source);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** All parts in their order; estimates sum series in the order of this text. */
    @Override
    public String toString() {
        return "SeriesKey[kind=" + kind + ", provider=" + provider + ", region=" + region + ", model=" + model
                + ", gpuCount=" + gpuCount + ", term=" + term + ", currency=" + currency + ", source=" + source + "]";
    }
}
