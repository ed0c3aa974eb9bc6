package org.calx.core.engine;

import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.Privilege;
import org.calx.model.RejectReason;
import org.calx.model.SenderRole;

/**
 * What every command goes through before and after it is carried out: the log's time is made monotonic, the sender is
 * found, a command that came before gets its first answer again, who must sign has signed, and the answer to a new one is
 * remembered. What is not the sender's own is not remembered either: it could take the place of what is.
 *
 * <p>Queries for an outcome take no place in the window: they change nothing and are answered anew each time.
 */
final class CommandEnvelope {
    private final ExchangeEvents events;
    private Senders senders;
    private long nowNs = Long.MIN_VALUE;
    private Sender sender;
    private int senderId;
    private int epoch;
    private long sequence;
    private Privilege privilege;

    CommandEnvelope(ExchangeEvents events) {
        this.events = events;
    }

    /** Takes a command in. @return whether to carry it out; if not, it has been answered */
    boolean begin(CommandHeader header) {
        take(header);
        if (!isKnownSender()) {
            return false;
        }
        CommandWindow window = sender.window();
        int remembered = window.find(epoch, sequence);
        if (remembered != CommandWindow.NONE) {
            tell(window.reason(remembered), window.reference(remembered), true);
            return false;
        }
        RejectReason reason = window.check(epoch, sequence);
        if (reason == RejectReason.NONE) {
            reason = OperatorKeys.verify(senders, sender, header);
        }
        if (reason != RejectReason.NONE) {
            tell(reason, 0, false);
        }
        return reason == RejectReason.NONE;
    }

    /** Takes in a command that needs a privilege. @return whether to carry it out */
    boolean beginPrivileged(CommandHeader header, Privilege needed) {
        if (!begin(header)) {
            return false;
        }
        privilege = needed;
        return isAllowed(needed.roles().contains(sender.role()));
    }

    /** Takes in a command for an account's orders. @return whether to carry it out */
    boolean beginOrders(CommandHeader header, int accountId) {
        return begin(header) && isAllowed(sender.actsFor(accountId));
    }

    /** Takes in a command that cancels an account's orders. @return whether to carry it out */
    boolean beginCancel(CommandHeader header, int accountId) {
        return begin(header) && isAllowed(sender.mayCancelFor(accountId));
    }

    /** Takes in a command that is not for participants. @return whether to carry it out */
    boolean beginService(CommandHeader header) {
        return begin(header) && isAllowed(sender.role() != SenderRole.PARTICIPANT);
    }

    private boolean isAllowed(boolean allowed) {
        if (!allowed) {
            finish(RejectReason.NOT_AUTHORISED, 0);
        }
        return allowed;
    }

    /** Remembers and tells what became of the command. */
    void finish(RejectReason reason, long reference) {
        if (privilege != null && senders.isKeyed() && sender.role().signs()) {
            events.privilegeUsed(senderId, privilege, reason);
        }
        sender.window().remember(epoch, sequence, reason, reference);
        tell(reason, reference, false);
    }

    /** Remembers the command as done and tells the order that an earlier one, by its client order id, has made. */
    void finishRepeated(long orderId) {
        sender.window().remember(epoch, sequence, RejectReason.NONE, orderId);
        tell(RejectReason.NONE, orderId, true);
    }

    /** Answers a sender's question for the outcome of another of its commands. */
    void answerQuery(CommandHeader header, int askedEpoch, long askedSequence) {
        take(header);
        if (!isKnownSender()) {
            return;
        }
        CommandWindow window = sender.window();
        int remembered = window.find(askedEpoch, askedSequence);
        if (remembered != CommandWindow.NONE) {
            events.outcomeFound(
                    sender.senderId(),
                    askedEpoch,
                    askedSequence,
                    window.reason(remembered),
                    window.reference(remembered));
        }
        tell(remembered == CommandWindow.NONE ? RejectReason.OUTCOME_UNKNOWN : RejectReason.NONE, 0, false);
    }

    /** Takes in the command that opens the venue, from a sender that cannot be known yet. */
    void beginOpening(CommandHeader header) {
        take(header);
    }

    /** Makes the opening command's sender the first operator. */
    void open(Senders newSenders) {
        senders = newSenders;
        sender = senders.register(senderId, SenderRole.OPERATOR, 0);
    }

    /** Refuses the opening of a venue by a command that nobody can remember. */
    void refuseOpening(RejectReason reason) {
        tell(reason, 0, false);
    }

    boolean isOpen() {
        return senders != null;
    }

    /** The sender of the command. */
    Sender sender() {
        return sender;
    }

    /** The command's log time, never before an earlier command's. */
    long nowNs() {
        return nowNs;
    }

    private void take(CommandHeader header) {
        nowNs = Math.max(nowNs, header.timestampNs);
        senderId = header.senderId;
        epoch = header.epoch;
        sequence = header.sequence;
        privilege = null;
        events.begin(nowNs);
    }

    private boolean isKnownSender() {
        sender = senders == null ? null : senders.find(senderId);
        if (sender == null) {
            tell(senders == null ? RejectReason.VENUE_NOT_OPEN : RejectReason.UNKNOWN_SENDER, 0, false);
        }
        return sender != null;
    }

    private void tell(RejectReason reason, long reference, boolean duplicate) {
        events.commandResult(senderId, epoch, sequence, reason, reference, duplicate);
    }

    void writeTo(SnapshotWriter writer) {
        writer.section("envelope");
        writer.writeLong(nowNs);
    }

    void readFrom(SnapshotReader reader) {
        reader.section("envelope");
        nowNs = reader.readLong();
    }

    /** Takes the senders of a snapshot. */
    void restore(Senders restored) {
        senders = restored;
    }
}
