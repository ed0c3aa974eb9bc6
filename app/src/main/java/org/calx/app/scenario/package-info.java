/**
 * Scenario texts: commands to the exchange in the words of those who give them, and its events as readable lines. The
 * language is described in {@code docs/spec/scenario.md}.
 *
 * <p>A scenario runs on a fresh core in this process. The same text gives the same lines on every machine.
 */
package org.calx.app.scenario;
