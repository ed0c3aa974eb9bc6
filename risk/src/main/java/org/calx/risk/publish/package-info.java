/**
 * Publishes marks and risk arrays to the exchange as the market moves: one process does, others stand by, and the exchange's
 * own sender epochs see to it that none publishes after another has taken over.
 */
package org.calx.risk.publish;
