package org.calx.risk.array;

/**
 * What happens to a product's market in one scenario.
 *
 * @param price move of the price, in price scan ranges
 * @param volatility move of the volatility, in volatility scan ranges
 * @param cover share of the loss that counts
 */
public record Scenario(double price, double volatility, double cover) {}
