/**
 * What our own market says of the price of computing power: executed trades as observations, quotes for later delivery, and the
 * state of the market.
 *
 * <p>Invariants: nothing here changes a fixing by another way than a row that anybody could have sent; a contract does not settle
 * on an index that its own trades make ({@code docs/adr/0025-own-trades.md}).
 */
package org.calx.index.market;
