package org.calx.core.engine;

import java.util.Arrays;
import org.calx.core.authority.KeySnapshot;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.PublicKey;
import org.calx.model.RejectReason;
import org.calx.model.SenderRole;

/** The registered senders, by id and in the order of registration. */
final class Senders {
    /** Highest sender id. */
    static final int MAX_SENDER_ID = 65_535;

    /** Most senders. */
    static final int MAX_SENDERS = 1_024;

    private static final int LEAST_IDS = 64;

    private final int commandWindow;
    /** As long as the highest id so far needs. */
    private Sender[] byId = new Sender[LEAST_IDS];

    private final Sender[] inOrder = new Sender[MAX_SENDERS];
    private int count;
    private boolean isKeyed;

    Senders(int commandWindow) {
        this.commandWindow = commandWindow;
    }

    /** Why a sender cannot be registered, or {@link RejectReason#NONE}. */
    RejectReason check(int senderId) {
        if (senderId < 1 || senderId > MAX_SENDER_ID) {
            return RejectReason.INVALID_PARAMETER;
        }
        if (find(senderId) != null) {
            return RejectReason.ALREADY_DEFINED;
        }
        return count == MAX_SENDERS ? RejectReason.CAPACITY_REACHED : RejectReason.NONE;
    }

    /** Registers a sender that {@link #check} lets pass. */
    Sender register(int senderId, SenderRole role, int accountId) {
        Sender sender = new Sender(senderId, role, accountId, new CommandWindow(commandWindow), PublicKey.NONE);
        if (senderId >= byId.length) {
            byId = Arrays.copyOf(byId, Integer.highestOneBit(senderId) << 1);
        }
        byId[senderId] = sender;
        inOrder[count++] = sender;
        return sender;
    }

    /** Sets a registered sender's key; from the first one on those who run the venue must sign. */
    void setKey(int senderId, PublicKey key) {
        Sender old = byId[senderId];
        Sender sender = new Sender(senderId, old.role(), old.accountId(), old.window(), key);
        byId[senderId] = sender;
        for (int i = 0; i < count; i++) {
            inOrder[i] = inOrder[i] == old ? sender : inOrder[i];
        }
        isKeyed = true;
    }

    /** Whether a key has ever been set: a venue without is for trials, and takes operators at their word. */
    boolean isKeyed() {
        return isKeyed;
    }

    /** How many operators can order something. */
    int operators() {
        int operators = 0;
        for (int i = 0; i < count; i++) {
            operators += inOrder[i].isOperator() && (!isKeyed || inOrder[i].hasKey()) ? 1 : 0;
        }
        return operators;
    }

    /** The sender, or null; any id may be asked for. */
    Sender find(int senderId) {
        return senderId < 1 || senderId >= byId.length ? null : byId[senderId];
    }

    int count() {
        return count;
    }

    /** The sender registered after {@code index} others. */
    Sender at(int index) {
        return inOrder[index];
    }

    void writeTo(SnapshotWriter writer) {
        writer.section("senders");
        writer.writeInt(isKeyed ? 1 : 0);
        writer.writeInt(count);
        for (int i = 0; i < count; i++) {
            writer.writeInt(inOrder[i].senderId());
            writer.writeInt(inOrder[i].role().ordinal());
            writer.writeInt(inOrder[i].accountId());
            KeySnapshot.write(writer, inOrder[i].key());
            inOrder[i].window().writeTo(writer);
        }
    }

    void readFrom(SnapshotReader reader) {
        reader.section("senders");
        boolean wasKeyed = reader.readInt() != 0;
        int senders = reader.readInt();
        for (int i = 0; i < senders; i++) {
            int senderId = reader.readInt();
            SenderRole role = SenderRole.of(reader.readInt());
            register(senderId, role, reader.readInt());
            setKey(senderId, KeySnapshot.read(reader));
            byId[senderId].window().readFrom(reader);
        }
        isKeyed = wasKeyed;
    }
}
