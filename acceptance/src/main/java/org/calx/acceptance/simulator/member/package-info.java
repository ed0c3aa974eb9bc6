/** A member of the simulated cluster: the real exchange, recording and snapshots on a simulated log and disk. */
package org.calx.acceptance.simulator.member;
