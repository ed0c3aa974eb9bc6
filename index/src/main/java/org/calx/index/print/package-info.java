/**
 * What is published for good: the log of prints, chained by hashes and signed, and its verification.
 *
 * <p>Invariants: the log only grows; each line's hash covers the line before; a final print is never followed by another value
 * for its day and index. Nothing here computes a figure.
 */
package org.calx.index.print;
