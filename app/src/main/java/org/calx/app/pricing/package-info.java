/** The commands that value options: {@code price}, {@code implied-volatility}, {@code surface}. */
package org.calx.app.pricing;
