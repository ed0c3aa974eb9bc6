/** Parts of {@code bench pricing} that the peers' modules share. */
package org.calx.bench.pricing;
