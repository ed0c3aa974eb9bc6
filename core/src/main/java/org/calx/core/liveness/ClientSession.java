package org.calx.core.liveness;

import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.CancelReason;
import org.calx.model.SessionState;

/** What an account's client has opened so that the orders entered in it are cancelled when the client is gone. */
public final class ClientSession {
    private final long sessionId;
    private final int accountId;
    private final long graceNs;
    int senderId;
    int epoch;
    long number;
    SessionState state = SessionState.UP;
    long dueNs = Deadlines.NEVER;
    CancelReason reason = CancelReason.DISCONNECTED;

    ClientSession(long sessionId, int accountId, long graceNs) {
        this.sessionId = sessionId;
        this.accountId = accountId;
        this.graceNs = graceNs;
    }

    /** The exchange's id of it, never used again. */
    public long sessionId() {
        return sessionId;
    }

    /** Whose orders may be entered in it. */
    public int accountId() {
        return accountId;
    }

    /** Who holds it. */
    public int senderId() {
        return senderId;
    }

    /** The number that the sender gave it. */
    public long number() {
        return number;
    }

    /** Whether the client is there. */
    public SessionState state() {
        return state;
    }

    /** Log time from which its orders are cancelled, or {@link Deadlines#NEVER}. */
    public long dueNs() {
        return dueNs;
    }

    /** Why its orders are cancelled. */
    public CancelReason reason() {
        return reason;
    }

    /** How long its orders outlive the client, for the reason it is gone. */
    long periodNs() {
        return reason == CancelReason.GATEWAY_LOST ? Math.max(graceNs, Periods.SILENCE_NS) : graceNs;
    }

    void writeTo(SnapshotWriter writer) {
        writer.writeLong(sessionId);
        writer.writeInt(accountId);
        writer.writeLong(graceNs);
        writer.writeInt(senderId);
        writer.writeInt(epoch);
        writer.writeLong(number);
        writer.writeInt(state.ordinal());
        writer.writeLong(dueNs);
        writer.writeInt(reason.ordinal());
    }

    static ClientSession read(SnapshotReader reader) {
        ClientSession session = new ClientSession(reader.readLong(), reader.readInt(), reader.readLong());
        session.senderId = reader.readInt();
        session.epoch = reader.readInt();
        session.number = reader.readLong();
        session.state = SessionState.of(reader.readInt());
        session.dueNs = reader.readLong();
        session.reason = CancelReason.of(reader.readInt());
        return session;
    }
}
