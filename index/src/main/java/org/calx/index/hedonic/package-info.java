/**
 * What the attributes of an offer add to its price, estimated on the data: hedonic regression of the logarithm of the price on
 * dummies of model, cluster of seller, region and term, and on the size of the offer (Rosen 1974).
 *
 * <p>Invariants: the estimate of a day uses no later day; the order of the sample does not matter, since it is sorted first.
 */
package org.calx.index.hedonic;
