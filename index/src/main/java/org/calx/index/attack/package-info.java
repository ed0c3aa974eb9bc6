/**
 * How hard it is to push an index: attacks simulated on real offers, the fixing beside plain means and medians. Everything is
 * computed by the same engine that prints.
 */
package org.calx.index.attack;
