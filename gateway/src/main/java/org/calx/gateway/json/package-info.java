/** JSON as the gateway reads and writes it: decimals keep their digits, nothing passes through a {@code double}. */
package org.calx.gateway.json;
