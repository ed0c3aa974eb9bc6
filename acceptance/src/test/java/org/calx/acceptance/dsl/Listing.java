package org.calx.acceptance.dsl;

/** A listed instrument of the tests under its symbol. */
record Listing(int instrumentId, String symbol, int unitsPerLot) {}
