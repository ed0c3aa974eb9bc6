/** Strata's option formulas behind the benchmark's interface. */
package org.calx.bench.peer.strata;
