package org.calx.app;

import java.time.Duration;
import org.calx.api.client.AeronEndpoint;
import org.calx.api.client.AeronExchangeClient;
import org.calx.app.config.GatewaySettings.History;

/**
 * From where on a gateway reads the events.
 *
 * @param after the last event that it does not read: 0 when it reads all that has ever been
 * @param history from where it knows the history, in one sentence
 */
record HistoryStart(long after, String history) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Asks the members. A recording that was pruned is read from its first state image on. */
    static HistoryStart of(AeronEndpoint endpoint, History wanted) {
        if (wanted == History.PRESENT) {
            long last = AeronExchangeClient.lastRecordedEvent(endpoint, PATIENCE);
            return new HistoryStart(last, "the history is known from the state image after event " + last + " on");
        }
        return whole(AeronExchangeClient.firstRecordedEvent(endpoint, PATIENCE));
    }

    /** The start where the whole history is wanted and this event is the first that the members still have. */
    static HistoryStart whole(long first) {
        return first <= 1
                ? new HistoryStart(0, "the whole history is known")
                : new HistoryStart(
                        first - 1,
                        "the members have removed the events before " + first
                                + ": the history is known from the first state image after it on");
    }

    /** Whether less is known than was asked for. */
    boolean isShort(History wanted) {
        return wanted == History.WHOLE && after > 0;
    }
}
