/** Options on the difference of two futures: compute less power, or one month less another. */
package org.calx.pricing.spread;
