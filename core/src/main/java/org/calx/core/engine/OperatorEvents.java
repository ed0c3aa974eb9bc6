package org.calx.core.engine;

import org.calx.model.Privilege;
import org.calx.model.ProposalStatus;
import org.calx.model.PublicKey;
import org.calx.model.RejectReason;
import org.calx.model.SenderRole;

/**
 * What is told of those who run the venue: whose key counts, what they order together, every use of a privilege, and how
 * the venue and its recording are kept.
 */
public interface OperatorEvents {

    /** A sender signs with this key from now on, or with none any more ({@link PublicKey#NONE}). */
    void operatorKeySet(int senderId, SenderRole role, PublicKey key);

    /**
     * What became of a command that needs two operators.
     *
     * @param senderId who proposed it while it waits or when it expired, who approved it when it is approved
     * @param expiresNs log time from which it is forgotten
     */
    void proposalChanged(long proposalId, Privilege privilege, int senderId, ProposalStatus status, long expiresNs);

    /**
     * A sender that signs used a privilege, or tried to; what it changed comes before in the same command.
     *
     * @param reason why it was refused, {@link RejectReason#NONE} if it was not
     */
    void privilegeUsed(int senderId, Privilege privilege, RejectReason reason);

    /** The version of its protocol that the venue is at from now on. */
    void protocolVersionSet(int version);

    /**
     * Pruning keeps the events after a number for a sender.
     *
     * @param untilNs log time from which they may go, 0 for at once
     */
    void eventsRetained(int senderId, long afterSequence, long untilNs);
}
