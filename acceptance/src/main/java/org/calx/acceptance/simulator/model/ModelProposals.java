package org.calx.acceptance.simulator.model;

import java.util.ArrayList;
import java.util.List;
import org.calx.acceptance.simulator.load.Request;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.Privilege;
import org.calx.model.ProposalStatus;
import org.calx.model.RejectReason;
import org.calx.model.SenderRole;

/** What needs two operators, as {@code docs/spec/operators.md} has it. */
final class ModelProposals {
    private static final int MOST_WAITING = 64;
    private static final long LIFETIME_NS = 3_600_000_000_000L;

    private final ModelState state;
    private final List<Proposal> waiting = new ArrayList<>();
    private long lastId;

    private record Proposal(long id, Request request, Privilege privilege, int senderId, long expiresNs) {}

    ModelProposals(ModelState state) {
        this.state = state;
    }

    /** What becomes of an operator's request that is not to be carried out now; null if it is. */
    ModelAnswer admit(Request request, int senderId) {
        Privilege privilege = privilege(request);
        long operators = state.senders.values().stream()
                .filter(sender -> sender.role == SenderRole.OPERATOR)
                .count();
        if (privilege == null || operators < 2) {
            return null;
        }
        while (!waiting.isEmpty() && waiting.getFirst().expiresNs <= state.nowNs) {
            Proposal expired = waiting.removeFirst();
            say(expired, expired.senderId, ProposalStatus.EXPIRED);
        }
        for (Proposal proposal : waiting) {
            if (proposal.request.equals(request)) {
                return approve(proposal, senderId);
            }
        }
        if (waiting.size() == MOST_WAITING) {
            return ModelAnswer.refused(RejectReason.TOO_MANY_PROPOSALS);
        }
        waiting.add(new Proposal(++lastId, request, privilege, senderId, state.nowNs + LIFETIME_NS));
        say(waiting.getLast(), senderId, ProposalStatus.MADE);
        return ModelAnswer.done(-lastId);
    }

    private ModelAnswer approve(Proposal proposal, int senderId) {
        if (proposal.senderId == senderId) {
            return ModelAnswer.refused(RejectReason.SECOND_OPERATOR_NEEDED);
        }
        waiting.remove(proposal);
        say(proposal, senderId, ProposalStatus.APPROVED);
        return null;
    }

    private void say(Proposal proposal, int senderId, ProposalStatus status) {
        state.say(new ExchangeEvent.ProposalChanged(
                proposal.id, proposal.privilege, senderId, status, proposal.expiresNs));
    }

    /** What of the simulated operators' requests takes two people. */
    private static Privilege privilege(Request request) {
        return switch (request) {
            case Request.RegisterSender r -> r.role() == SenderRole.PARTICIPANT ? null : Privilege.REGISTER_SENDER;
            case Request.SetParameters unused -> Privilege.SET_PRODUCT_PARAMETERS;
            case Request.SetRiskRules unused -> Privilege.SET_RISK_RULES;
            case Request.Withdraw unused -> Privilege.WITHDRAW;
            case Request.SetProtocolVersion unused -> Privilege.SET_PROTOCOL_VERSION;
            case Request.ActivateParameters unused -> Privilege.ACTIVATE_PARAMETERS;
            default -> null;
        };
    }
}
