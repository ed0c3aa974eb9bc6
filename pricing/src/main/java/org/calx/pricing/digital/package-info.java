/** Options that pay a fixed amount, or the future, if they end in the money. */
package org.calx.pricing.digital;
