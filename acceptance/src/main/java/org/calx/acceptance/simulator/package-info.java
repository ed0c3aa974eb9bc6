/**
 * {@code calx simulate}: whole clusters and their clients on one thread, from one seed. {@code docs/guide/simulator.md}
 * tells what is real in it, what is simulated, and what is checked.
 */
package org.calx.acceptance.simulator;
