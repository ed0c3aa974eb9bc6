package org.calx.model;

/**
 * What makes an instrument an option on a month future: European, settled in cash at what it is worth against the final
 * settlement price of its underlying.
 *
 * @param underlyingId the month future
 * @param type call or put
 * @param strikeMicros strike, micros per unit of the underlying
 */
public record OptionTerms(int underlyingId, OptionType type, long strikeMicros) {}
