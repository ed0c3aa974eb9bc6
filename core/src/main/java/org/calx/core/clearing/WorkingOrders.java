package org.calx.core.clearing;

/** The resting orders, for clearing to evaluate anew when a price or a parameter changes. */
public interface WorkingOrders {

    /** Calls the visitor once for each resting order of the instrument, in any order; changes nothing. */
    void forEach(int instrumentId, OrderVisitor visitor);

    /** How many orders rest in the instrument. */
    int ordersIn(int instrumentId);

    /** Calls the visitor once for each resting order of the account, in any order; changes nothing. */
    void forEachOf(int accountId, OwnOrderVisitor visitor);

    /** Calls the visitor once for each pair of resting orders of the instrument of which one cancels the other. */
    default void forEachPair(int instrumentId, PairVisitor visitor) {}

    /** Calls the visitor once for each pair of the account's orders. */
    default void forEachPairOf(int accountId, OwnPairVisitor visitor) {}
}
