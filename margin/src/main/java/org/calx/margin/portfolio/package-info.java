/**
 * The requirement of a portfolio in one step: parameters of each product by one of three policies, compiled once into a
 * {@link org.calx.margin.portfolio.MarginKernel} that computes any number of portfolios without allocating.
 *
 * <p>All money is in minor units of one currency, losses positive. Deltas, credit rates and the account ratio are scaled
 * by {@value org.calx.margin.portfolio.MarginKernel#SCALE}. Spreads form in exact fractions; each component is rounded
 * once per product, charges up and credits down. {@code docs/spec/margin.md} fixes every reading.
 */
package org.calx.margin.portfolio;
