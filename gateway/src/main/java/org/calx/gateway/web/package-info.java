/** The HTTP face: JSON-RPC in bodies and query strings, the web terminal's files, and health. */
package org.calx.gateway.web;
