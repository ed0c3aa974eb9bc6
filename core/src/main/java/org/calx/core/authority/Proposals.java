package org.calx.core.authority;

import java.util.ArrayList;
import java.util.List;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.OperatorCommand;

/** The commands that wait for a second operator, oldest first. A second operator approves one by ordering the same. */
public final class Proposals {
    /** Most that may wait. */
    public static final int MAX_WAITING = 64;

    /** How long one waits, in log time. */
    public static final long LIFETIME_NS = 3_600_000_000_000L;

    private final List<Proposal> waiting = new ArrayList<>(MAX_WAITING);
    private long lastId;

    /** The one that waits with exactly this command, or null. */
    public Proposal find(OperatorCommand command) {
        for (Proposal proposal : waiting) {
            if (proposal.command().equals(command)) {
                return proposal;
            }
        }
        return null;
    }

    /** Whether no more may wait. */
    public boolean isFull() {
        return waiting.size() == MAX_WAITING;
    }

    /** Lets a command wait; it must not be there yet, and there must be room. */
    public Proposal add(OperatorCommand command, int proposerSenderId, long nowNs) {
        Proposal proposal = new Proposal(++lastId, command, proposerSenderId, nowNs + LIFETIME_NS);
        waiting.add(proposal);
        return proposal;
    }

    /** Takes one out. */
    public void remove(Proposal proposal) {
        waiting.remove(proposal);
    }

    /** Takes out the oldest if its time is over. @return it, or null */
    public Proposal takeExpired(long nowNs) {
        return !waiting.isEmpty() && waiting.getFirst().expiresNs() <= nowNs ? waiting.removeFirst() : null;
    }

    /** Those that wait, oldest first. */
    public List<Proposal> waiting() {
        return waiting;
    }

    /** Writes them, with the commands. */
    public void writeTo(SnapshotWriter writer) {
        writer.section("proposals");
        writer.writeLong(lastId);
        writer.writeInt(waiting.size());
        for (Proposal proposal : waiting) {
            writer.writeLong(proposal.proposalId());
            writer.writeInt(proposal.proposerSenderId());
            writer.writeLong(proposal.expiresNs());
            ProposedCommands.write(writer, proposal.command());
        }
    }

    /** Reads them into this empty table. */
    public void readFrom(SnapshotReader reader) {
        reader.section("proposals");
        lastId = reader.readLong();
        int count = reader.readInt();
        for (int i = 0; i < count; i++) {
            long proposalId = reader.readLong();
            int proposerSenderId = reader.readInt();
            long expiresNs = reader.readLong();
            waiting.add(new Proposal(proposalId, ProposedCommands.read(reader), proposerSenderId, expiresNs));
        }
    }
}
