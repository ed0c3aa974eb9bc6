/**
 * Indices that can be held: futures rolled from month to month, with and without the return of cash, inverse and leveraged, and a
 * unit that holds them in whole lots.
 *
 * <p>Invariants: a value uses prices up to its day; it is rounded once a day, half up, to micros, and the next day starts from the
 * rounded one; a unit's money is whole micros, and what rounding leaves stays with the fund.
 */
package org.calx.index.product;
