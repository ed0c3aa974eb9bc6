/**
 * What the loss of a leader costs: members as processes of their own are killed, and the time to the next acknowledgement is
 * taken, of the exchange and of an echo service with the same timeouts by turns.
 */
package org.calx.bench.failover;
