/**
 * Forecasts of a series and the measure of how good they are.
 *
 * <p>Invariants: a forecast uses the history it is given and nothing else, the same history gives the same forecast, and every
 * error that is reported comes from forecasts made before the value was known.
 */
package org.calx.index.forecast;
