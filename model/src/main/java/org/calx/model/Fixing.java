package org.calx.model;

/**
 * One day's value of a product's index.
 *
 * @param productId the product that settles on the index
 * @param day the day that the value is for, days since 1970-01-01
 * @param priceMicros value in micro-units of the currency per unit of the underlying; power may be negative
 * @param contributors how many sources it rests on
 * @param status preliminary or final
 */
public record Fixing(int productId, int day, long priceMicros, int contributors, FixingStatus status) {}
