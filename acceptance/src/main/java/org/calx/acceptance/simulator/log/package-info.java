/**
 * A replicated log on the simulated world, in the place of Aeron Cluster's: leader, term, commitment by majority, cut
 * tails, and sends that are taken by a leader and never reach the log.
 */
package org.calx.acceptance.simulator.log;
