package org.calx.acceptance.simulator.log;

/** What makes the log safe, rule by rule, so that a test can break one and see that it is missed. */
public class LogRules {

    /** Whether entries are put on the medium before they are confirmed. */
    public boolean syncsBeforeConfirming() {
        return true;
    }

    /** How many of three members must have an entry before it counts. */
    public int majority() {
        return 2;
    }

    /** Whether a follower gives up what contradicts the leader. */
    public boolean cutsContradictions() {
        return true;
    }

    /** Whether a vote goes to candidates alone whose log reaches as far as the voter's. */
    public boolean comparesLogs() {
        return true;
    }
}
