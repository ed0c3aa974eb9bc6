package org.calx.index.hedonic;

import java.util.TreeMap;
import org.calx.index.input.Observation;
import org.calx.index.input.Providers;
import org.calx.index.input.Regions;
import org.calx.index.input.SeriesKey;

/**
 * The attributes in which an offer differs from the benchmark configuration: one GPU on demand from a neocloud, in the United
 * States or anywhere.
 */
public final class Attributes {
    private static final String HOME_REGION = "US";
    private static final double LOG_2 = StrictMath.log(2);

    private Attributes() {}

    /** Attributes other than the model; absent ones are 0. */
    public static TreeMap<String, Double> of(SeriesKey series, boolean withRegion) {
        TreeMap<String, Double> attributes = new TreeMap<>();
        Providers.Cluster cluster = Providers.clusterOf(series.provider());
        if (cluster != Providers.Cluster.NEOCLOUD) {
            attributes.put("cluster:" + cluster, 1.0);
        }
        String region = Regions.of(series.region());
        if (withRegion && !region.equals(Regions.ANY) && !region.equals(HOME_REGION)) {
            attributes.put("region:" + region, 1.0);
        }
        if (series.term() != Observation.Term.ON_DEMAND) {
            attributes.put("term:" + series.term(), 1.0);
        }
        if (series.gpuCount() > 1) {
            attributes.put("size:log2", StrictMath.log(series.gpuCount()) / LOG_2);
        }
        return attributes;
    }
}
