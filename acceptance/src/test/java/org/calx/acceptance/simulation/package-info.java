/** The simulator's own judges: many seeds pass, a seed repeats itself, and planted defects are found. */
package org.calx.acceptance.simulation;
