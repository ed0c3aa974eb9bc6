/** Risk parameters published to the exchange, by publishers that are killed and replaced. */
package org.calx.acceptance.risk;
