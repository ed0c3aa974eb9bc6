/** Who wants what of the exchange: an operator with a calendar, and traders. */
package org.calx.acceptance.simulator.load;
