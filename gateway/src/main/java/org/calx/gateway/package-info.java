/**
 * The edge: JSON-RPC 2.0 over WebSocket and HTTP in the shape of Deribit's API version 2, the web terminal's files, and health.
 *
 * <p>The gateway holds no state of its own making: what it tells comes from the event stream, what it changes goes through
 * commands. Threads: {@link org.calx.gateway.loop.ExchangeLoop} polls the exchange and owns views and channels; Helidon's
 * virtual threads run requests, and each WebSocket has one more that writes.
 */
package org.calx.gateway;
