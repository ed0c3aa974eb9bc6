package org.calx.pricing.surface;

import java.util.List;

/** The families of surfaces; all are published through {@link VolatilitySurface}, which adds no arbitrage to them. */
public enum SurfaceModel {
    /** A mixture of log-normals by expiry: closest to the quotes, many numbers. */
    MIXTURE,
    /** Raw SVI by expiry, five numbers. */
    SVI,
    /** Surface SVI with one correlation and a power law. */
    SSVI,
    /** Extended surface SVI over all expiries, three numbers an expiry. */
    ESSVI;

    /** Fits every expiry. @param expiries at least one, each time once, in any order */
    public VolatilitySurface fit(List<ExpiryQuotes> expiries) {
        return switch (this) {
            case MIXTURE -> mixture(expiries);
            case SVI -> SviFit.fit(expiries);
            case SSVI -> SsviFit.fit(expiries);
            case ESSVI -> new EssviFit().fit(expiries);
        };
    }

    private static VolatilitySurface mixture(List<ExpiryQuotes> expiries) {
        List<ExpiryQuotes> sorted = VolatilitySurface.sorted(expiries);
        return VolatilitySurface.of(sorted, sorted.stream().map(MixtureFit::fit).toArray(SmileSlice[]::new));
    }
}
