/**
 * Publication of marks, risk arrays and volatility states to the exchange: by one of several publishers that share a sender,
 * never twice.
 */
package org.calx.risk.publish;
