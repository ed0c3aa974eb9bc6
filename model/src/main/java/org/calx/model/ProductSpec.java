package org.calx.model;

/**
 * A product: one commodity with one index, one currency and one tick, listed as contract months. It is also the combined
 * commodity within which margin is computed.
 *
 * @param productId 1 or above
 * @param code the first part of its instruments' names, such as {@code H100} or {@code DEBASE}
 * @param productClass compute or power
 * @param marketId the market whose phases and business date it follows
 * @param currency currency of price, margin and settlement
 * @param tickMicros smallest price step in micro-units of the currency per unit of the underlying
 * @param unitName unit of the underlying, such as {@code GPU-hour} or {@code MWh}
 */
public record ProductSpec(
        int productId,
        String code,
        ProductClass productClass,
        int marketId,
        Currency currency,
        long tickMicros,
        String unitName) {}
