package org.calx.core.engine;

import org.calx.core.authority.Proposal;
import org.calx.core.authority.Proposals;
import org.calx.model.OperatorCommand;
import org.calx.model.ProposalStatus;
import org.calx.model.RejectReason;

/**
 * Counts the operators behind a command. One person's command passes at once; one that needs two waits as a proposal until
 * another operator orders exactly the same. As long as the venue has a single operator, one is enough.
 */
final class Approvals {
    private static final int TWO = 2;

    private final Venue venue;
    private final Proposals proposals;
    private long waitingId;

    Approvals(Venue venue) {
        this.venue = venue;
        proposals = venue.proposals;
    }

    /**
     * Takes an order in.
     *
     * @return {@link RejectReason#NONE} if it may be carried out now or waits: see {@link #waitingId()}
     */
    RejectReason admit(Sender sender, OperatorCommand command, long nowNs) {
        waitingId = 0;
        if (command.privilege().people() < TWO || venue.senders.operators() < TWO) {
            return RejectReason.NONE;
        }
        expire(nowNs);
        Proposal same = proposals.find(command);
        if (same == null) {
            return propose(sender, command, nowNs);
        }
        if (same.proposerSenderId() == sender.senderId()) {
            return RejectReason.SECOND_OPERATOR_NEEDED;
        }
        proposals.remove(same);
        tell(same, sender.senderId(), ProposalStatus.APPROVED);
        return RejectReason.NONE;
    }

    /** The proposal as which the last order waits, 0 if it does not wait. */
    long waitingId() {
        return waitingId;
    }

    /** Forgets, and tells, what nobody has approved in time. */
    void expire(long nowNs) {
        for (Proposal expired = proposals.takeExpired(nowNs); expired != null; expired = proposals.takeExpired(nowNs)) {
            tell(expired, expired.proposerSenderId(), ProposalStatus.EXPIRED);
        }
    }

    private RejectReason propose(Sender sender, OperatorCommand command, long nowNs) {
        if (proposals.isFull()) {
            return RejectReason.TOO_MANY_PROPOSALS;
        }
        Proposal made = proposals.add(command, sender.senderId(), nowNs);
        waitingId = made.proposalId();
        tell(made, sender.senderId(), ProposalStatus.MADE);
        return RejectReason.NONE;
    }

    private void tell(Proposal proposal, int senderId, ProposalStatus status) {
        venue.events.proposalChanged(
                proposal.proposalId(), proposal.command().privilege(), senderId, status, proposal.expiresNs());
    }
}
