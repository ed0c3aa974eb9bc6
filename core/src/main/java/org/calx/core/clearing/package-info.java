/**
 * The clearing house: positions, the double-entry ledger, and what every account must hold.
 *
 * <p>Invariants, after every command: the ledger's balances sum to zero per currency; positions and open values sum to
 * zero per instrument; every account's margin vectors equal what its positions and working orders give from scratch,
 * unless it is {@linkplain org.calx.core.clearing.Backlog behind}.
 * {@link org.calx.core.clearing.Clearing} is the only door; it decides nothing about orders, which is the business of
 * {@code org.calx.core.risk}.
 */
package org.calx.core.clearing;
