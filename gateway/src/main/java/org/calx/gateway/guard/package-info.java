/**
 * Cancel on disconnect, as far as a gateway has to do with it: it opens and ends the exchange's sessions of its connections
 * and lets the exchange hear of itself. When to cancel what is the exchange's to decide.
 */
package org.calx.gateway.guard;
