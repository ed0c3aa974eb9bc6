/**
 * The demo market: the operator's calendar and the programs that trade, all of them ordinary clients of the exchange.
 *
 * <p>Invariants: nothing here knows the core; whatever it does, it does by commands through
 * {@link org.calx.api.client.ExchangeClient}. One thread runs all of it. The same seed, prices and answers of the exchange give
 * the same commands. The conductor's steps may be sent again after a restart: what was done is told by the event stream.
 * What the market does is written in {@code docs/spec/demo.md}.
 */
package org.calx.app.demo;
