/**
 * The whole core under a stream of orders: envelope, pre-trade risk, book, clearing, journal and events, on one thread.
 *
 * <p>Margin is on, accounts and instruments are several, and events are encoded into a bounded ring.
 */
package org.calx.bench.core;
