/** Futures themselves: forward curves, marks, and the stochastic models of compute and power prices. */
package org.calx.pricing.curve;
