/** Options on the arithmetic or geometric mean of fixings, some of which may be known: how our futures themselves settle. */
package org.calx.pricing.average;
