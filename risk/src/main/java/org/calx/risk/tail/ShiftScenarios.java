package org.calx.risk.tail;

/** Equally likely shifts of all factors over the next day. A scenario is the same whenever and on whatever thread it is asked for. */
public interface ShiftScenarios {

    /** Scenarios. */
    int size();

    /** Writes a scenario's shift of each factor. */
    void shifts(int scenario, double[] into);
}
