/** Who calls: keys and their secrets, signatures, tokens, scopes. Everything here may be used by any thread. */
package org.calx.gateway.auth;
