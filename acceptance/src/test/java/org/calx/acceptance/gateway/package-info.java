/** The gateway from outside: over HTTP and WebSocket, with its own clients and with other people's. */
package org.calx.acceptance.gateway;
