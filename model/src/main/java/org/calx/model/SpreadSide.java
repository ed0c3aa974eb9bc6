package org.calx.model;

/** The side of a spread that a leg stands on. Legs of A and of B have opposite signs, either way round. */
public enum SpreadSide {
    A,
    B
}
