package org.calx.core.clearing;

/** The resting orders of an instrument, for clearing to evaluate anew when a price or a parameter changes. */
@FunctionalInterface
public interface WorkingOrders {

    /** Calls the visitor once for each resting order of the instrument, in any order; changes nothing. */
    void forEach(int instrumentId, OrderVisitor visitor);

    /** Calls the visitor once for each pair of resting orders of the instrument of which one cancels the other. */
    default void forEachPair(int instrumentId, PairVisitor visitor) {}
}
