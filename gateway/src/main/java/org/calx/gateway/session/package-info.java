/**
 * Connections and what each may use. A WebSocket has two virtual threads: Helidon's reads and runs requests in the order
 * they come, the connection's own writes. Answers and notifications go through a bounded queue; a connection whose queue is
 * full is closed.
 */
package org.calx.gateway.session;
