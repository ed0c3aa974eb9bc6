/**
 * Daily settlement and expiry: from a price to the movement of every holder's cash.
 *
 * <p>Invariants: the variation of an instrument sums to zero exactly; settling the same instrument for the same date
 * again does nothing; an instrument expires once.
 */
package org.calx.core.settlement;
