package org.calx.acceptance.simulator.log;

/**
 * The term that a member is in and whom it voted for. It is kept outside the simulated disk and never harmed: electing is
 * not what is judged here, Aeron does it.
 */
public final class Vote {
    static final int NOBODY = -1;

    long term;
    int votedFor = NOBODY;

    /** How often the member has been started. */
    int life;
}
