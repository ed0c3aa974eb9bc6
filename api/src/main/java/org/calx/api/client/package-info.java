/** How a program talks to the exchange: commands into the log, events out of the recorded stream. */
package org.calx.api.client;
