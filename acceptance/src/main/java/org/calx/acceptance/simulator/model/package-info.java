/**
 * The exchange once more, written for reading: what its documentation promises, in plain lists and maps, from scratch at
 * every command. It shares no code with the exchange but the vocabulary, and predicts every reply.
 */
package org.calx.acceptance.simulator.model;
