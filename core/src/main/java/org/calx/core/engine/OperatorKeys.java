package org.calx.core.engine;

import org.calx.core.authority.Ed25519;
import org.calx.model.PublicKey;
import org.calx.model.RejectReason;
import org.calx.model.SenderRole;

/** Whose key counts: sets, replaces and revokes the keys of those who sign, and verifies what they have signed. */
final class OperatorKeys {
    /** A venue that has two operators keeps two: else nobody could order what needs two. */
    private static final int LEAST_OPERATORS = 2;

    private final Venue venue;

    OperatorKeys(Venue venue) {
        this.venue = venue;
    }

    RejectReason set(int senderId, SenderRole role, PublicKey key) {
        if (role == null || !role.signs() || (!key.equals(PublicKey.NONE) && !Ed25519.isKey(key))) {
            return RejectReason.INVALID_PARAMETER;
        }
        Sender sender = venue.senders.find(senderId);
        RejectReason reason = sender == null ? checkNew(senderId, key) : checkKnown(sender, role, key);
        if (reason != RejectReason.NONE) {
            return reason;
        }
        if (sender == null) {
            venue.senders.register(senderId, role, 0);
            venue.events.senderRegistered(senderId, role, 0);
        }
        venue.senders.setKey(senderId, key);
        venue.events.operatorKeySet(senderId, role, key);
        return RejectReason.NONE;
    }

    private RejectReason checkNew(int senderId, PublicKey key) {
        return key.equals(PublicKey.NONE) ? RejectReason.INVALID_PARAMETER : venue.senders.check(senderId);
    }

    private RejectReason checkKnown(Sender sender, SenderRole role, PublicKey key) {
        if (sender.role() != role) {
            return RejectReason.ALREADY_DEFINED;
        }
        boolean isRevoked = key.equals(PublicKey.NONE);
        boolean isNeeded = sender.isOperator() && venue.senders.operators() <= LEAST_OPERATORS;
        return isRevoked && (isNeeded || !sender.hasKey()) ? RejectReason.INVALID_PARAMETER : RejectReason.NONE;
    }

    /** Why a command is not taken as its sender's own, or {@link RejectReason#NONE}. */
    static RejectReason verify(Senders senders, Sender sender, CommandHeader header) {
        if (!senders.isKeyed() || !sender.role().signs()) {
            return RejectReason.NONE;
        }
        if (header.signature == null) {
            return RejectReason.SIGNATURE_MISSING;
        }
        boolean isOwn = sender.hasKey() && Ed25519.verify(sender.key(), header.signedBytes, header.signature);
        return isOwn ? RejectReason.NONE : RejectReason.SIGNATURE_INVALID;
    }
}
