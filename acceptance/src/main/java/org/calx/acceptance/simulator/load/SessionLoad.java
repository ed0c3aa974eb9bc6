package org.calx.acceptance.simulator.load;

import java.util.ArrayList;
import java.util.List;
import org.calx.acceptance.simulator.world.Chance;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.OrderRequest;
import org.calx.model.SessionEnd;

/** Clients that come and go: sessions opened, lost and resumed, and countdowns. */
final class SessionLoad {
    private static final int MOST_SESSIONS = 12;
    private static final long MS_NS = 1_000_000L;

    private final Chance chance;
    private final List<Held> up = new ArrayList<>();
    private final List<Held> down = new ArrayList<>();
    private long lastNumber;

    private record Held(int accountId, long number, long sessionId) {}

    SessionLoad(Chance chance) {
        this.chance = chance;
    }

    /** A request for an account. */
    Request next(int accountId) {
        int dice = chance.below(100);
        if (dice < 4) {
            return new Request.CancelAllAfter(
                    accountId, chance.of(0L, 1L, 1_000 * MS_NS, 1_100 * MS_NS, 5_000 * MS_NS));
        }
        if (dice < 8) {
            return new Request.SetCancelOnDisconnect(
                    accountId, chance.perMille(600), chance.of(-1L, 0L, 5_000 * MS_NS, 60_000 * MS_NS, 60_001 * MS_NS));
        }
        if (dice < 10) {
            return retention(chance);
        }
        if (dice < 26) {
            return new Request.Heartbeat();
        }
        if (dice < 40 && !down.isEmpty()) {
            Held lost = down.remove(chance.below(down.size()));
            return new Request.ResumeSession(lost.accountId, ++lastNumber, lost.sessionId);
        }
        if (dice < 70 && !up.isEmpty()) {
            return end(up.remove(chance.below(up.size())));
        }
        long number = chance.perMille(20) ? lastNumber : ++lastNumber;
        return new Request.OpenSession(accountId, Math.max(1, number), chance.between(0, 300) * MS_NS);
    }

    /** Has some events kept for a while, or no longer, or for a time that is not allowed. */
    static Request retention(Chance chance) {
        return new Request.RetainEvents(
                chance.between(-1, 20_000), chance.of(0L, 1L, 10_000 * MS_NS, 604_800_000 * MS_NS, Long.MAX_VALUE));
    }

    private Request end(Held session) {
        SessionEnd how = chance.of(
                SessionEnd.DROPPED,
                SessionEnd.DROPPED,
                SessionEnd.DROPPED,
                SessionEnd.CLOSED,
                SessionEnd.DISABLED,
                SessionEnd.GATEWAY_STOPPED);
        if (how == SessionEnd.DROPPED || how == SessionEnd.GATEWAY_STOPPED) {
            down.add(session);
        }
        return new Request.EndSession(session.number, how);
    }

    /** An order in one of the sessions, if there is one; now and then in one of another account. */
    OrderRequest guarded(OrderRequest order) {
        if (up.isEmpty()) {
            return order;
        }
        Held session = up.get(chance.below(up.size()));
        boolean fits = session.accountId == order.accountId() || chance.perMille(20);
        return fits ? order.inSession(session.number) : order;
    }

    void onAnswer(Request request, CommandOutcome outcome) {
        if (request instanceof Request.OpenSession opened) {
            add(new Held(opened.accountId(), opened.number(), outcome.reference()));
        } else if (request instanceof Request.ResumeSession resumed) {
            add(new Held(resumed.accountId(), resumed.number(), resumed.sessionId()));
        }
    }

    private void add(Held session) {
        if (up.size() == MOST_SESSIONS) {
            up.remove(chance.below(MOST_SESSIONS));
        }
        up.add(session);
    }
}
