/** The one thread that owns the views and the channels, and the way to it from other threads. */
package org.calx.gateway.loop;
