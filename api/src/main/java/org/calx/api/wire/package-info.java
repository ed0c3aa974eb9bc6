/**
 * Commands and events to and from bytes. The schema {@code calx.xml} is the contract, the codecs in
 * {@code org.calx.api.codec} are generated from it, and the classes here put the exchange's own words over them.
 *
 * <p>An event batch is one message of the event stream: one or more events of one command, back to back. A command whose
 * events do not fit into one batch goes on in the next.
 */
package org.calx.api.wire;
