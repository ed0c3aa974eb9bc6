/**
 * Order books in price-time priority, and the pool that holds the orders of all of them.
 *
 * <p>A book knows prices, lots and queues. It does not know accounts' money, order types or messages: the engine calls
 * it, listens to its fills and tells clearing.
 *
 * <p>Invariants, for every book between two calls of a mutating method:
 *
 * <ul>
 *   <li>an order rests in at most one queue, and only while its slot is allocated in {@link
 *       org.calx.core.book.Orders};
 *   <li>every queue is in order of arrival, every resting order has more than zero lots remaining;
 *   <li>a level exists exactly while it holds an order, and its lots are the sum of its orders' remaining lots;
 *   <li>the state is a pure function of the calls made: no clock, no hash order, no identity.
 * </ul>
 *
 * <p>A book may stand crossed, as it does while an auction collects orders: it is the caller who matches before it
 * rests an order in continuous trading. Nothing here allocates memory once the arrays have reached their working size.
 */
package org.calx.core.book;
