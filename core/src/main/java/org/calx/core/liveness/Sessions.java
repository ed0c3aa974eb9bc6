package org.calx.core.liveness;

import java.util.TreeMap;
import org.agrona.collections.Long2ObjectHashMap;
import org.calx.core.liveness.Deadline.Kind;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.CancelReason;
import org.calx.model.RejectReason;
import org.calx.model.SessionState;

/**
 * The sessions that clients have opened, each held by one life of a sender. A sender numbers its sessions itself, so that
 * orders can follow the opening without waiting for its answer.
 */
public final class Sessions {
    /** Most sessions at any time. */
    public static final int CAPACITY = 16_384;

    /** Bits of the number that a sender gives a session, from 1. */
    public static final int NUMBER_BITS = 48;

    private static final long MAX_NUMBER = (1L << NUMBER_BITS) - 1;

    private final Deadlines deadlines;
    private final TreeMap<Long, ClientSession> byId = new TreeMap<>();
    private final Long2ObjectHashMap<ClientSession> byNumber = new Long2ObjectHashMap<>();
    private final TreeMap<Long, Link> links = new TreeMap<>();
    private long lastId;

    public Sessions(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** Why a sender cannot hold a session under this number, or {@link RejectReason#NONE}. */
    public RejectReason checkNumber(int senderId, long number) {
        if (number < 1 || number > MAX_NUMBER) {
            return RejectReason.INVALID_PARAMETER;
        }
        return find(senderId, number) == null ? RejectReason.NONE : RejectReason.ALREADY_DEFINED;
    }

    /** Whether no more can be opened. */
    public boolean isFull() {
        return byId.size() >= CAPACITY;
    }

    /** Opens a session; there must be room, and {@link #checkNumber} must let it pass. */
    public ClientSession open(int accountId, long graceNs, int senderId, int epoch, long number, long nowNs) {
        ClientSession session = new ClientSession(++lastId, accountId, graceNs);
        byId.put(session.sessionId(), session);
        hold(session, senderId, epoch, number, nowNs);
        return session;
    }

    /** Gives a session to another holder, or to the same one anew; its client is there. */
    public void resume(ClientSession session, int senderId, int epoch, long number, long nowNs) {
        letGo(session);
        byNumber.remove(key(session.senderId, session.number));
        move(session, Deadlines.NEVER);
        session.state = SessionState.UP;
        session.reason = CancelReason.DISCONNECTED;
        hold(session, senderId, epoch, number, nowNs);
    }

    private void hold(ClientSession session, int senderId, int epoch, long number, long nowNs) {
        session.senderId = senderId;
        session.epoch = epoch;
        session.number = number;
        byNumber.put(key(senderId, number), session);
        Link link = links.computeIfAbsent(Link.id(senderId, epoch), id -> new Link(senderId, epoch));
        link.sessions++;
        move(link, nowNs + Periods.SILENCE_NS);
    }

    /** Its client is gone: its orders are cancelled when its grace has passed. */
    public void down(ClientSession session, CancelReason reason, long nowNs) {
        letGo(session);
        session.state = SessionState.DOWN;
        session.reason = reason;
        move(session, nowNs + session.periodNs());
    }

    /** Forgets a session. */
    public void end(ClientSession session) {
        letGo(session);
        move(session, Deadlines.NEVER);
        session.state = SessionState.ENDED;
        byNumber.remove(key(session.senderId, session.number));
        byId.remove(session.sessionId());
    }

    /** A sender is there, and with it the clients whose sessions it holds in this life. */
    public void heard(int senderId, int epoch, long nowNs) {
        Link link = links.get(Link.id(senderId, epoch));
        if (link != null) {
            move(link, nowNs + Periods.SILENCE_NS);
        }
    }

    /** A sender has been silent for too long: its sessions are due. */
    public void silent(long linkId, long nowNs) {
        Link link = links.get(linkId);
        for (ClientSession session : byId.values()) {
            if (session.state == SessionState.UP && session.senderId == link.senderId && session.epoch == link.epoch) {
                session.state = SessionState.DOWN;
                session.reason = CancelReason.GATEWAY_LOST;
                move(session, nowNs);
            }
        }
        forget(link);
    }

    /** Lets every silence and every grace begin anew, none ending earlier than before. */
    public void restartPeriods(long nowNs) {
        for (Link link : links.values()) {
            move(link, Math.max(link.dueNs, nowNs + Periods.SILENCE_NS));
        }
        for (ClientSession session : byId.values()) {
            if (session.state == SessionState.DOWN) {
                move(session, Math.max(session.dueNs, nowNs + session.periodNs()));
            }
        }
    }

    /** The session with this id, or null. */
    public ClientSession get(long sessionId) {
        return byId.get(sessionId);
    }

    /** The session that a sender has under this number, or null. */
    public ClientSession find(int senderId, long number) {
        return byNumber.get(key(senderId, number));
    }

    private static long key(int senderId, long number) {
        return (long) senderId << NUMBER_BITS | number;
    }

    private void letGo(ClientSession session) {
        if (session.state == SessionState.UP) {
            Link link = links.get(Link.id(session.senderId, session.epoch));
            if (--link.sessions == 0) {
                forget(link);
            }
        }
    }

    private void forget(Link link) {
        move(link, Deadlines.NEVER);
        links.remove(link.id());
    }

    private void move(Link link, long dueNs) {
        deadlines.move(Kind.SILENCE, link.id(), link.dueNs, dueNs);
        link.dueNs = dueNs;
    }

    private void move(ClientSession session, long dueNs) {
        deadlines.move(Kind.SESSION, session.sessionId(), session.dueNs, dueNs);
        session.dueNs = dueNs;
    }

    /** Writes all sessions and until when their holders may be silent. */
    public void writeTo(SnapshotWriter writer) {
        writer.section("sessions");
        writer.writeLong(lastId);
        writer.writeInt(byId.size());
        for (ClientSession session : byId.values()) {
            session.writeTo(writer);
        }
        writer.writeInt(links.size());
        for (Link link : links.values()) {
            writer.writeInt(link.senderId);
            writer.writeInt(link.epoch);
            writer.writeInt(link.sessions);
            writer.writeLong(link.dueNs);
        }
    }

    /** Reads them into this empty table. */
    public void readFrom(SnapshotReader reader) {
        reader.section("sessions");
        lastId = reader.readLong();
        int sessions = reader.readInt();
        for (int i = 0; i < sessions; i++) {
            ClientSession session = ClientSession.read(reader);
            byId.put(session.sessionId(), session);
            byNumber.put(key(session.senderId, session.number), session);
            deadlines.move(Kind.SESSION, session.sessionId(), Deadlines.NEVER, session.dueNs);
        }
        int held = reader.readInt();
        for (int i = 0; i < held; i++) {
            Link link = new Link(reader.readInt(), reader.readInt());
            link.sessions = reader.readInt();
            links.put(link.id(), link);
            move(link, reader.readLong());
        }
    }
}
