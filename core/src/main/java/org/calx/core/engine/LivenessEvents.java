package org.calx.core.engine;

import org.calx.model.SessionState;

/** What is told of whether clients are there. */
public interface LivenessEvents {

    /**
     * A session was opened, changed its holder, lost its client or ended. The orders cancelled with it follow, in this
     * command or in later steps of the timer.
     *
     * @param sessionId the exchange's id of it
     * @param senderId who holds it, or held it last
     * @param number the number that the holder gave it
     * @param deadlineNs for {@link SessionState#DOWN} the log time from which it ends unless it is resumed, else 0; a new
     *     leader moves it on
     */
    void sessionChanged(long sessionId, int accountId, int senderId, long number, SessionState state, long deadlineNs);

    /**
     * An account's countdown was set, or, with zeros, ended or has run down.
     *
     * @param deadlineNs log time at which it will have run down; a new leader moves it on
     */
    void countdownSet(int accountId, long durationNs, long deadlineNs);

    /** Connections that sign in for the account begin a session with this grace from now on, or none. */
    void cancelOnDisconnectSet(int accountId, boolean enabled, long graceNs);

    /**
     * A step of the log's timer is complete: the last event of it, in place of a command's result.
     *
     * @param steps orders cancelled, deadlines reached and accounts counted anew in it
     */
    void timerFired(int steps);
}
