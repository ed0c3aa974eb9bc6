package org.calx.acceptance.simulator.model;

import java.util.Map;
import java.util.TreeMap;
import org.calx.acceptance.simulator.load.Request;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.RejectReason;

/** The version of its protocol that the venue is at, and whose events are retained. */
final class ModelKeeping {
    private static final int VERSION_OF_RETAINED_EVENTS = 2;
    private static final long MOST_NS = 7L * 24 * 3_600 * 1_000_000_000;

    private final ModelState state;
    private final Map<Integer, ExchangeEvent.EventsRetained> retained = new TreeMap<>();
    private int version = 1;

    ModelKeeping(ModelState state) {
        this.state = state;
    }

    /** Whether the request is of a later version than the venue's. */
    boolean isLater(Request request) {
        return request instanceof Request.RetainEvents && version < VERSION_OF_RETAINED_EVENTS;
    }

    RejectReason goTo(int next) {
        if (next != version + 1) {
            return RejectReason.NOT_NEXT_PROTOCOL_VERSION;
        }
        version = next;
        state.say(new ExchangeEvent.ProtocolVersionSet(version));
        return RejectReason.NONE;
    }

    RejectReason retain(Request.RetainEvents request, int senderId) {
        if (request.afterSequence() < 0 || request.durationNs() < 0 || request.durationNs() > MOST_NS) {
            return RejectReason.INVALID_PARAMETER;
        }
        long untilNs = request.durationNs() == 0 ? 0 : state.nowNs + request.durationNs();
        ExchangeEvent.EventsRetained row = new ExchangeEvent.EventsRetained(senderId, request.afterSequence(), untilNs);
        retained.put(senderId, row);
        state.say(row);
        return RejectReason.NONE;
    }

    /** Whether a row of a state image is true. */
    boolean isTrue(ExchangeEvent.ProtocolVersionSet row) {
        return row.version() == version;
    }

    /** Whether a row of a state image is true. */
    boolean isTrue(ExchangeEvent.EventsRetained row) {
        return row.equals(retained.get(row.senderId()));
    }
}
