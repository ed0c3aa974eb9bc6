/** What happened in a simulation, counted. */
package org.calx.acceptance.simulator.tally;
