/** exchange-core's order book under our replay, with its own libraries and in its own process. */
package org.calx.bench.peer.exchangecore;
