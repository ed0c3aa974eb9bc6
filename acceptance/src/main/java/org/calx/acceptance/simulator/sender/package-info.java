/** Senders of commands and readers of events: the real client on a simulated network. */
package org.calx.acceptance.simulator.sender;
