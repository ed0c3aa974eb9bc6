/**
 * Replaying recorded order streams against an order book, ours or a peer's, in a process of its own.
 *
 * <p>What runs in the measured process depends on nothing but the JDK and the book, so that a peer brings the libraries
 * it wants. All books run under the same loop, the same timing and the same consumer of fills.
 */
package org.calx.bench.matching;
