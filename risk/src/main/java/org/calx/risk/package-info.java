/**
 * The risk figures that a clearing house stands on: volatility, value at risk, risk arrays, stress and fund sizing.
 *
 * <p>Everything here computes in floating point, outside the core, and reaches the core as integers in commands. Losses
 * are positive. Formulas and sources: {@code docs/spec/risk.md}.
 */
package org.calx.risk;
