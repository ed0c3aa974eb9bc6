/**
 * The state of the market for computing power in a few measures, each of which says whether it is observed, stands for something
 * that is not, or cannot be estimated from the inputs, and why.
 *
 * <p>Invariants: a measure uses accepted rows and published fixings up to its day; what the inputs do not tell is not guessed.
 */
package org.calx.index.barometer;
