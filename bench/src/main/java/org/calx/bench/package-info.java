/**
 * Measurements of Calx and, beside it in the same run, of its peers.
 *
 * <p>Every benchmark prints one JSON object a line with the conditions it was taken under, checks that what it measured
 * did the right thing, and ends with a non-zero code when it did not.
 */
package org.calx.bench;
