/**
 * The vocabulary of the exchange: what is listed, in which units it is counted, and why something is refused.
 *
 * <p>Prices inside the exchange are {@code long} ticks, quantities {@code long} lots, money {@code long} micro-units of a
 * currency (1 USD = 1,000,000). Prices that are finer than a tick (fixings, marks, settlement prices) are micro-units of
 * the currency per unit of the underlying. Dates are {@code int} days since 1970-01-01. Decimal text is turned into these
 * integers by {@link org.calx.model.Decimals}, never through a {@code double}.
 */
package org.calx.model;
