/**
 * Day-ahead electricity: prices by delivery period, averages by block of hours and calendar period, and what computing earns above
 * its power.
 *
 * <p>Invariants: prices are whole micro-units per MWh and may be negative; an average weighs by minutes and is rounded once,
 * halves away from zero; a period of which a minute is missing says so.
 */
package org.calx.index.power;
