/** Volatility from price: the inverse of Black-76, to the precision that the price allows. */
package org.calx.pricing.implied;
