package org.calx.model;

/**
 * Charges on the delta of a month that is near or in delivery.
 *
 * @param month the month, of {@link Months}
 * @param spreadRate minor units for 1.0000 delta that calendar spreads consumed
 * @param outrightRate minor units for 1.0000 delta that then remains
 */
public record DeliveryCharge(int month, long spreadRate, long outrightRate) {}
