/**
 * Methods: their registry, the checks before them, their parameters and errors. Methods run on the connection's thread, check
 * what they are given there, and read the views through {@link org.calx.gateway.loop.ExchangeLoop#ask}.
 */
package org.calx.gateway.rpc;
