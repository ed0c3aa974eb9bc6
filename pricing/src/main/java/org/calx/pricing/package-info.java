/**
 * Values of what Calx lists, as pure numerics: nothing here reads a clock, a file or a random source that it was not given.
 *
 * <p>Time is in years, rates are continuous, volatilities are per square root of a year, vega is per 1.00 of volatility and
 * theta per year. Floating point ends here: what enters the exchange is turned into integers by who publishes it.
 */
package org.calx.pricing;
