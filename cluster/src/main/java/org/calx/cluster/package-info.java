/**
 * The shell around the core: commands are decoded from the replicated log, events are numbered, encoded and recorded,
 * state is written to and read from snapshots.
 *
 * <p>Invariants: nothing here shapes the state; what a replica emits depends on the log alone; an event is recorded once,
 * in order, under the number that the log gives it; and a member that cannot record stops.
 */
package org.calx.cluster;
