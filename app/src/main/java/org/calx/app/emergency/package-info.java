/** Halts markets and cancels orders without a gateway: a signed sender of its own, straight to the log. */
package org.calx.app.emergency;
