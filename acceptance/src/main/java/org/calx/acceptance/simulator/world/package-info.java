/**
 * What surrounds processes, simulated on one thread from one seed: clock, network, disk, and what goes wrong with them.
 * Nothing here knows of an exchange.
 */
package org.calx.acceptance.simulator.world;
