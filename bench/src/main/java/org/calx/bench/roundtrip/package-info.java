/**
 * The way of an order through the replicated log, measured open loop: messages are sent at the times of a fixed rate
 * whatever became of those before, and latency counts from the intended time, so a stall costs all who waited in it.
 */
package org.calx.bench.roundtrip;
