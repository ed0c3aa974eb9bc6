/**
 * The language of the acceptance tests: roles that say what people on an exchange say.
 *
 * <p>A test speaks to an {@link org.calx.acceptance.dsl.Operator}, to named
 * {@link org.calx.acceptance.dsl.Trader traders} and to {@link org.calx.acceptance.dsl.MarketData}, in short named
 * arguments with defaults ({@code "side: buy", "price: 2.50"}); instruments and orders have aliases. Below the language
 * stand two drivers, and every test runs on both: straight on the exchange's commands and events, and as JSON-RPC over a
 * WebSocket through the gateway. What a test looks at over the WebSocket arrives a moment later, so every look is repeated
 * until it holds or a deadline passes.
 */
package org.calx.acceptance.dsl;
