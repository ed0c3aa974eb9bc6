/**
 * The deterministic exchange: commands in at {@code Exchange}, events out at
 * {@link org.calx.core.engine.ExchangeEvents}.
 *
 * <p>Invariants, checked in production: a book is never crossed after a command, every journal entry is balanced,
 * positions of a contract sum to zero, and an account's reserve equals what its working orders need.
 */
package org.calx.core.engine;
