/**
 * Channels: who listens to what, and what they are told after each command or at intervals. Everything here runs on the
 * exchange loop's thread.
 *
 * <p>A channel's first message shows its state where it has one; what follows is in the order of the event stream.
 */
package org.calx.gateway.channel;
