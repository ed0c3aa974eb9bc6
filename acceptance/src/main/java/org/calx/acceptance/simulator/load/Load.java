package org.calx.acceptance.simulator.load;

import org.calx.api.client.CommandOutcome;

/** What a sender wants of the exchange. */
public interface Load {
    /** The next request, or null if there is none now. */
    Request next();

    /** A request was answered. */
    void onAnswer(Request request, CommandOutcome outcome);

    /** The sender's process was restarted: what had no answer may or may not have been done. */
    void onRestart();

    /** Most requests that it has without an answer. */
    int mostUnanswered();
}
