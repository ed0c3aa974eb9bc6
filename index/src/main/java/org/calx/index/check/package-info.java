/**
 * The checks between rows: what one row cannot show but a day and a history can.
 *
 * <p>Invariants: days come in order; a row that is refused or changed leaves its reason in the log; a series that breaks
 * (another unit, another source) gives no move on the day of the break, so a break cannot move an index.
 */
package org.calx.index.check;
