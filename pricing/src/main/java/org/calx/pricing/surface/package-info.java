/**
 * Volatility surfaces without static arbitrage.
 *
 * <p>Calls are normalised: forward 1, no discount, {@code k} the logarithm of strike over forward. A surface is free of
 * butterfly arbitrage where every expiry's call is convex in the strike, and of calendar arbitrage where it does not fall
 * with time.
 */
package org.calx.pricing.surface;
