package org.calx.index.hedonic;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The premiums of one estimate.
 *
 * @param epochDay day of the estimate; it uses figures up to this day
 * @param coefficients of the attributes and of the models
 * @param series how many series stand behind it
 */
public record HedonicFit(int epochDay, List<Coefficient> coefficients, int series) {

    /** No premiums. */
    public static final HedonicFit NONE = new HedonicFit(0, List.of(), 0);

    /**
     * One coefficient.
     *
     * @param attribute such as {@code cluster:HYPERSCALER}, {@code region:EU}, {@code term:SPOT}, {@code size:log2}, {@code model:H100}
     * @param value logarithm that the attribute adds; of a model, the logarithm of its price in micro-units at the benchmark
     *     configuration
     * @param standardError robust against any correlation among the series of one owner
     * @param groups owners that have the attribute
     */
    public record Coefficient(String attribute, double value, double standardError, int groups) {}

    /** Logarithm by which an offer with these attributes is dearer than the benchmark configuration. */
    public double logPremium(Map<String, Double> attributes) {
        double premium = 0;
        for (Coefficient one : coefficients) {
            premium += one.value() * attributes.getOrDefault(one.attribute(), 0.0);
        }
        return premium;
    }

    /** Coefficients by attribute. */
    public Map<String, Coefficient> byAttribute() {
        return coefficients.stream().collect(Collectors.toMap(Coefficient::attribute, one -> one));
    }
}
