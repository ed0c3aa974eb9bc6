/**
 * From the figures of the series to the fixings: panels, weights, levels, moves and the waterfall.
 *
 * <p>Invariants: a fixing is whole micro-units. Statistics are computed in {@code double} with {@link java.lang.StrictMath}, in a
 * fixed order, so every machine gets the same bits; they are rounded once, half up, when the fixing is made, and the next
 * day's fixing starts from the rounded one. No clock and no randomness. The rules are written for outsiders in
 * {@code docs/spec/benchmarks.md}.
 */
package org.calx.index.methodology;
