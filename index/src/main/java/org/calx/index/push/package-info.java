/**
 * Observations that providers send to a running index: who may send, what is kept, and when it is printed.
 *
 * <p>Invariants: a secret is never stored, its digest is; a row is kept, with its reason if it is refused, before it is answered; a
 * body that comes twice counts once; what is kept is an input file that {@code index compute} reads, so anybody can repeat the
 * fixing; every queue, body and file has a limit.
 */
package org.calx.index.push;
