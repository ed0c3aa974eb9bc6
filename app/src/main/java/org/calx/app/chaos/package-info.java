/**
 * Chaos on a cluster of real processes: faults from a seed, traders at the gateways that note what they were told, and a
 * judge that compares what they noted with the recorded streams of all members.
 */
package org.calx.app.chaos;
