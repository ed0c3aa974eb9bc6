/**
 * What the gateway knows: views built from the event stream and from nothing else.
 *
 * <p>One thread, the exchange loop, applies events and reads the views; nothing here is synchronised. Three things are
 * published to other threads: the final fields of {@link org.calx.gateway.view.InstrumentView},
 * {@link org.calx.gateway.view.ProductView} and {@link org.calx.gateway.view.MarketView}, the look-ups of
 * {@link org.calx.gateway.view.Listings}, and {@link org.calx.gateway.view.ApiKeys}. Every list is bounded.
 */
package org.calx.gateway.view;
