package org.calx.model;

/**
 * How a product's margin is computed, beyond its arrays, charges and rules.
 *
 * @param productId the product
 * @param shortOptionMinimumMicros least that is required for each net short option, micros a lot
 * @param shortOptionMethod how net short options are counted for it
 */
public record MarginPolicy(int productId, long shortOptionMinimumMicros, ShortOptionMethod shortOptionMethod) {

    /** No short-option minimum. */
    public static MarginPolicy defaults(int productId) {
        return new MarginPolicy(productId, 0, ShortOptionMethod.SUM);
    }
}
