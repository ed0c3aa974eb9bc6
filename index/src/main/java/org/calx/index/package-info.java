/**
 * The compute and power benchmarks: reads reference prices, makes the daily figures and says which figure belongs to which
 * business date.
 *
 * <p>Invariants: prices are {@code long} micro-units of the currency (1 USD = 1,000,000) from the text of the file to the
 * figure, never a {@code double}; the same table gives the same figures on every machine; a file that breaks the format is
 * refused as a whole. The promises are written in {@code docs/spec/prices.md} and {@code docs/spec/benchmarks.md}.
 */
package org.calx.index;
