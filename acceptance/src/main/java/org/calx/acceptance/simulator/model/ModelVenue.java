package org.calx.acceptance.simulator.model;

import java.util.List;
import org.calx.acceptance.simulator.load.Request;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.Currency;
import org.calx.model.RejectReason;
import org.calx.model.SenderRole;

/** The door to the model: one command after the other, as the log has them. */
public final class ModelVenue {
    private final ModelState state = new ModelState();
    private final ModelMargin margin = new ModelMargin(state);
    private final ModelChecks checks = new ModelChecks(state, margin);
    private final ModelTrading trading = new ModelTrading(state, checks, new ModelRefusals(state, checks, margin));
    private final ModelLiveness liveness = new ModelLiveness(state, trading);
    private final ModelParameters parameters = new ModelParameters(state);
    private final ModelProposals proposals = new ModelProposals(state);
    private final ModelDay day = new ModelDay(state, trading, parameters);
    private final ModelOperator operator = new ModelOperator(state, margin);
    private final ModelKeeping keeping = new ModelKeeping(state);
    private final ModelFacts facts = new ModelFacts(state, liveness, keeping, parameters);
    private boolean opens;
    private int accountsCounted;

    /**
     * Carries out a command.
     *
     * @param timestampNs the time at which the log took it
     * @param newOrderId the id that the exchange gave to the order that it accepted, if any: ids are the exchange's to choose
     * @return all that must be told, the command's result last
     */
    public List<ExchangeEvent> carryOut(
            Request request, int senderId, int epoch, long sequence, long timestampNs, long newOrderId) {
        state.nowNs = Math.max(state.nowNs, timestampNs);
        state.said.clear();
        opens = false;
        if (request instanceof Request.OpenVenue opening && state.limits == null) {
            open(opening, senderId);
        }
        ModelAnswer answer = answer(request, senderId, epoch, sequence, newOrderId);
        state.say(new ExchangeEvent.CommandResult(
                senderId, epoch, sequence, answer.reason(), answer.reference(), answer.repeated()));
        return state.said;
    }

    /**
     * The log's timer fires. Which accounts are behind, and how many of them a step counts, is not modelled: whatever is told of
     * them must be true, and at the end all must have been told.
     *
     * @param toldSteps the steps that the exchange has told, 0 if it has told nothing
     * @return all that must be told
     */
    public List<ExchangeEvent> onTimer(long timestampNs, int toldSteps) {
        state.said.clear();
        accountsCounted = 0;
        boolean due = timestampNs >= Math.max(state.nowNs, liveness.nextNs());
        if (due || toldSteps > 0 && timestampNs >= state.nowNs) {
            state.nowNs = timestampNs;
            int steps = liveness.step();
            accountsCounted = Math.clamp((long) toldSteps - steps, 0, state.accounts.size());
            state.say(new ExchangeEvent.TimerFired(steps + accountsCounted));
        }
        return state.said;
    }

    /** How many accounts the last step of the timer has counted anew. */
    public int accountsCounted() {
        return accountsCounted;
    }

    /** The log has a new leader. @return all that must be told: nothing */
    public List<ExchangeEvent> onNewLeader(long timestampNs) {
        state.said.clear();
        liveness.onNewLeader(Math.max(state.nowNs, timestampNs));
        return state.said;
    }

    private void open(Request.OpenVenue opening, int senderId) {
        opens = true;
        state.limits = opening.limits();
        int window = opening.limits().commandWindow();
        state.senders.put(senderId, new ModelSender(senderId, SenderRole.OPERATOR, 0, window));
        state.say(new ExchangeEvent.VenueOpened(senderId, opening.limits()));
    }

    private ModelAnswer answer(Request request, int senderId, int epoch, long sequence, long newOrderId) {
        ModelSender sender = state.senders.get(senderId);
        if (sender == null) {
            return ModelAnswer.refused(
                    state.limits == null ? RejectReason.VENUE_NOT_OPEN : RejectReason.UNKNOWN_SENDER);
        }
        if (request instanceof Request.Query query) {
            return query(sender, query);
        }
        ModelSender.Remembered before = sender.find(epoch, sequence);
        if (before != null) {
            return new ModelAnswer(before.reason(), before.reference(), true);
        }
        RejectReason unknown = sender.check(epoch, sequence);
        if (unknown != RejectReason.NONE) {
            return ModelAnswer.refused(unknown);
        }
        ModelAnswer answer = answer(sender, request, epoch, newOrderId);
        sender.remember(new ModelSender.Remembered(epoch, sequence, answer.reason(), answer.reference()));
        return answer;
    }

    private ModelAnswer answer(ModelSender sender, Request request, int epoch, long newOrderId) {
        if (keeping.isLater(request)) {
            return ModelAnswer.refused(RejectReason.LATER_PROTOCOL_VERSION);
        }
        return isAllowed(sender, request)
                ? carryOut(request, sender.senderId, epoch, newOrderId)
                : ModelAnswer.refused(RejectReason.NOT_AUTHORISED);
    }

    private ModelAnswer query(ModelSender sender, Request.Query query) {
        ModelSender.Remembered found = sender.find(query.epoch(), query.sequence());
        if (found == null) {
            return ModelAnswer.refused(RejectReason.OUTCOME_UNKNOWN);
        }
        state.say(new ExchangeEvent.OutcomeFound(
                sender.senderId, query.epoch(), query.sequence(), found.reason(), found.reference()));
        return ModelAnswer.done(0);
    }

    /** An operator may do everything, a gateway orders for any account, a participant for its one account. */
    private static boolean isAllowed(ModelSender sender, Request request) {
        int accountId =
                switch (request) {
                    case Request.Submit r -> r.order().accountId();
                    case Request.Amend r -> r.accountId();
                    case Request.Cancel r -> r.accountId();
                    case Request.MassCancel r -> r.accountId();
                    case Request.OpenSession r -> r.accountId();
                    case Request.ResumeSession r -> r.accountId();
                    case Request.CancelAllAfter r -> r.accountId();
                    case Request.SetCancelOnDisconnect r -> r.accountId();
                    default -> 0;
                };
        if (request instanceof Request.EndSession || request instanceof Request.Heartbeat) {
            return true;
        }
        boolean isService = request instanceof Request.Image || request instanceof Request.RetainEvents;
        return switch (sender.role) {
            case OPERATOR -> true;
            case GATEWAY -> accountId != 0 || isService;
            case PARTICIPANT -> accountId != 0 && accountId == sender.accountId;
            case SERVICE, PUBLISHER, EMERGENCY -> throw new IllegalStateException("not simulated: " + sender.role);
        };
    }

    private ModelAnswer carryOut(Request request, int senderId, int epoch, long newOrderId) {
        return switch (request) {
            case Request.Submit r -> trading.submit(r.order(), liveness.sessionId(r.order(), senderId), newOrderId);
            case Request.Amend r -> trading.amend(r.accountId(), r.orderId(), r.priceTicks(), r.quantityLots());
            case Request.Cancel r -> trading.cancel(r.accountId(), r.orderId());
            case Request.MassCancel r -> trading.massCancel(r.accountId(), r.instrumentId());
            case Request.OpenSession r -> liveness.open(r, senderId, epoch);
            case Request.ResumeSession r -> liveness.resume(r, senderId, epoch);
            case Request.EndSession r -> liveness.end(r, senderId);
            case Request.Heartbeat unused -> {
                liveness.heard(senderId, epoch);
                yield ModelAnswer.done(0);
            }
            case Request.CancelAllAfter r -> ModelAnswer.of(liveness.countDown(r));
            case Request.SetCancelOnDisconnect r -> ModelAnswer.of(liveness.setDefault(r));
            case Request.RetainEvents r -> ModelAnswer.of(keeping.retain(r, senderId));
            default -> {
                ModelAnswer waits = proposals.admit(request, senderId);
                yield waits == null ? ModelAnswer.of(direct(request)) : waits;
            }
        };
    }

    private RejectReason direct(Request request) {
        return switch (request) {
            case Request.OpenVenue unused -> opens ? RejectReason.NONE : RejectReason.VENUE_ALREADY_OPEN;
            case Request.SetProtocolVersion r -> keeping.goTo(r.version());
            case Request.RegisterSender r -> operator.register(r);
            case Request.DefineMarket r -> operator.define(r);
            case Request.DefineProduct r -> operator.define(r);
            case Request.SetParameters r -> operator.set(r);
            case Request.SetRiskRules r -> operator.set(r);
            case Request.ListInstrument r -> operator.list(r);
            case Request.OpenAccount r -> operator.open(r);
            case Request.Deposit r -> operator.deposit(r);
            case Request.Withdraw r -> operator.withdraw(r);
            case Request.SetMark r -> operator.mark(r);
            case Request.SetRiskArray r -> operator.set(r);
            case Request.StageParameters r -> parameters.stage(r.part());
            case Request.ActivateParameters r -> parameters.activate(r.version(), r.digest());
            case Request.CancelParameters r -> parameters.cancel(r.version());
            case Request.PublishFixing r -> day.publish(r.fixing());
            case Request.SetPhase r -> day.setPhase(r.marketId(), r.businessDay(), r.phase());
            case Request.Settle r -> day.settle(r.instrumentId(), r.businessDay());
            case Request.Expire r -> day.expire(r.instrumentId(), r.businessDay());
            default -> RejectReason.NONE;
        };
    }

    /** The log's time of the last command, never before an earlier command's. */
    public long nowNs() {
        return state.nowNs;
    }

    /** What an account must hold. */
    public long requirementMicros(int accountId, Currency currency) {
        return margin.requirementMicros(state.accounts.get(accountId), currency);
    }

    /** Sum of all balances: zero, or money was made or lost. */
    public long moneyMicros() {
        return state.money.sumMicros();
    }

    /** What is known of the present state. */
    public ModelFacts facts() {
        return facts;
    }
}
