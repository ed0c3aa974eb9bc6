package org.calx.acceptance.simulator.judge;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.calx.acceptance.simulator.Defect;
import org.calx.acceptance.simulator.load.Request;
import org.calx.acceptance.simulator.log.LogEntry;
import org.calx.acceptance.simulator.model.ModelVenue;
import org.calx.acceptance.simulator.tally.Count;
import org.calx.acceptance.simulator.tally.Tally;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.CancelReason;
import org.calx.model.Currency;
import org.calx.model.ParameterStatus;
import org.calx.model.RejectReason;

/**
 * Compares what the exchange tells about a command with what the model predicts. The order and content of all events is
 * predicted, but for requirements and the rows of state images: of these it is checked that they are true.
 */
final class Replies {
    /** Kinds of event that the model says, or knows to be true. */
    private static final Set<Class<? extends ExchangeEvent>> MODELLED = Set.of(
            ExchangeEvent.CommandResult.class,
            ExchangeEvent.OutcomeFound.class,
            ExchangeEvent.VenueOpened.class,
            ExchangeEvent.SenderRegistered.class,
            ExchangeEvent.MarketDefined.class,
            ExchangeEvent.ProductDefined.class,
            ExchangeEvent.ProductParametersSet.class,
            ExchangeEvent.InstrumentListed.class,
            ExchangeEvent.AccountOpened.class,
            ExchangeEvent.VenueClockSet.class,
            ExchangeEvent.MarketPhaseChanged.class,
            ExchangeEvent.MarkSet.class,
            ExchangeEvent.ValuationSet.class,
            ExchangeEvent.RiskArraySet.class,
            ExchangeEvent.FixingPublished.class,
            ExchangeEvent.SettlementPriceSet.class,
            ExchangeEvent.InstrumentExpired.class,
            ExchangeEvent.OrderAccepted.class,
            ExchangeEvent.OrderRefused.class,
            ExchangeEvent.OrderRested.class,
            ExchangeEvent.OrderAmended.class,
            ExchangeEvent.OrderCancelled.class,
            ExchangeEvent.Trade.class,
            ExchangeEvent.PositionChanged.class,
            ExchangeEvent.Posted.class,
            ExchangeEvent.RequirementChanged.class,
            ExchangeEvent.ImageBegin.class,
            ExchangeEvent.ImageOrder.class,
            ExchangeEvent.ImageBalance.class,
            ExchangeEvent.ImageEnd.class,
            ExchangeEvent.SessionChanged.class,
            ExchangeEvent.CountdownSet.class,
            ExchangeEvent.CancelOnDisconnectSet.class,
            ExchangeEvent.ProtocolVersionSet.class,
            ExchangeEvent.EventsRetained.class,
            ExchangeEvent.TimerFired.class,
            ExchangeEvent.ProposalChanged.class,
            ExchangeEvent.ParametersStaged.class,
            ExchangeEvent.ParametersChanged.class,
            ExchangeEvent.MarginChargesSet.class,
            ExchangeEvent.RiskRulesSet.class,
            ExchangeEvent.CommoditySpreadsSet.class,
            ExchangeEvent.AccountRiskSet.class);

    private final ModelVenue model;
    private final Tally tally;
    private final Set<Long> orderIds = new HashSet<>();
    private final Map<Holder, Long> requirements = new HashMap<>();
    private long timestampNs;
    private boolean imageRuns;

    private record Holder(int accountId, Currency currency) {}

    Replies(ModelVenue model, Tally tally) {
        this.model = model;
        this.tally = tally;
    }

    /** The time that the events of the command at hand carry. */
    void onTime(long eventTimestampNs) {
        timestampNs = eventTimestampNs;
    }

    void judge(
            long index,
            Request request,
            int senderId,
            int epoch,
            long sequence,
            long logTimestampNs,
            List<ExchangeEvent> told) {
        List<ExchangeEvent> expected =
                model.carryOut(request, senderId, epoch, sequence, logTimestampNs, newOrderId(told));
        if (timestampNs != model.nowNs()) {
            throw new Defect("entry " + index + ": the log's time went to " + timestampNs + ", not " + model.nowNs());
        }
        compare(index, request, expected, told);
        tally.add(Count.REPLIES_CHECKED);
    }

    /** Judges what is told of an entry that is the log's own: a new leader, or its timer. */
    void judgeOwn(long index, LogEntry entry, List<ExchangeEvent> told) {
        List<ExchangeEvent> expected = entry.isTimer()
                ? model.onTimer(entry.timestampNs(), steps(told))
                : model.onNewLeader(entry.timestampNs());
        compare(index, entry.isTimer() ? "the timer" : "a new leader", expected, told);
        tally.add(Count.ACCOUNTS_COUNTED, entry.isTimer() ? model.accountsCounted() : 0);
    }

    private static int steps(List<ExchangeEvent> told) {
        boolean fired = !told.isEmpty() && told.getLast() instanceof ExchangeEvent.TimerFired;
        return fired ? ((ExchangeEvent.TimerFired) told.getLast()).steps() : 0;
    }

    /** Whether everybody has been told what the account must hold now. */
    boolean isEveryoneTold() {
        return model.facts().accountIds().stream()
                .allMatch(id -> model.requirementMicros(id, Currency.USD)
                        == requirements.getOrDefault(new Holder(id, Currency.USD), 0L));
    }

    private void compare(long index, Object what, List<ExchangeEvent> expected, List<ExchangeEvent> told) {
        int at = 0;
        for (ExchangeEvent event : told) {
            if (at < expected.size() && isSame(expected.get(at), event)) {
                at++;
                count(event);
            } else if (!isTrueBesides(event)) {
                ExchangeEvent wanted = at < expected.size() ? expected.get(at) : null;
                throw new Defect("entry " + index + ", " + what + ": expected " + wanted + ", told " + event);
            }
        }
        if (at < expected.size()) {
            throw new Defect("entry " + index + ", " + what + ": not told " + expected.get(at));
        }
    }

    private long newOrderId(List<ExchangeEvent> told) {
        for (ExchangeEvent event : told) {
            if (event instanceof ExchangeEvent.OrderAccepted accepted) {
                if (!orderIds.add(accepted.orderId())) {
                    throw new Defect("order id " + accepted.orderId() + " was given twice");
                }
                return accepted.orderId();
            }
        }
        return 0;
    }

    /** Whether an event that is not predicted may be told at any time, and is true; of newer kinds nothing is known. */
    private boolean isTrueBesides(ExchangeEvent event) {
        if (!MODELLED.contains(event.getClass())) {
            tally.add(Count.EVENTS_NOT_MODELLED);
            return true;
        }
        return switch (event) {
            case ExchangeEvent.RequirementChanged e -> isTrue(e);
            case ExchangeEvent.ImageBegin unused -> {
                imageRuns = true;
                yield true;
            }
            case ExchangeEvent.ImageEnd unused -> {
                imageRuns = false;
                tally.add(Count.IMAGES);
                yield true;
            }
            default -> imageRuns && model.facts().isTrue(event);
        };
    }

    /** A requirement is what the account must hold now; in an image that of one that is to be counted is what was told last. */
    private boolean isTrue(ExchangeEvent.RequirementChanged told) {
        Holder holder = new Holder(told.accountId(), told.currency());
        if (told.initialMarginMicros() == model.requirementMicros(told.accountId(), told.currency())) {
            requirements.put(holder, told.initialMarginMicros());
            return true;
        }
        return imageRuns && told.initialMarginMicros() == requirements.getOrDefault(holder, 0L);
    }

    static boolean isSame(ExchangeEvent one, ExchangeEvent other) {
        if (one instanceof ExchangeEvent.RiskArraySet a && other instanceof ExchangeEvent.RiskArraySet b) {
            return a.instrumentId() == b.instrumentId()
                    && a.version() == b.version()
                    && Arrays.equals(a.lossMicrosPerLot(), b.lossMicrosPerLot());
        }
        return one.equals(other);
    }

    private void count(ExchangeEvent event) {
        switch (event) {
            case ExchangeEvent.OrderAccepted unused -> tally.add(Count.ORDERS);
            case ExchangeEvent.Trade unused -> tally.add(Count.TRADES);
            case ExchangeEvent.SettlementPriceSet unused -> tally.add(Count.SETTLEMENTS);
            case ExchangeEvent.InstrumentExpired unused -> tally.add(Count.EXPIRIES);
            case ExchangeEvent.ParametersChanged e
            when e.status() == ParameterStatus.IN_FORCE -> tally.add(Count.PARAMETER_SETS);
            case ExchangeEvent.CommoditySpreadsSet unused -> tally.add(Count.COMMODITY_SPREADS);
            case ExchangeEvent.RiskRulesSet unused -> tally.add(Count.RISK_RULES);
            case ExchangeEvent.CommandResult result -> count(result);
            case ExchangeEvent.OrderCancelled cancelled -> count(cancelled.reason());
            default -> {}
        }
    }

    private void count(CancelReason reason) {
        switch (reason) {
            case DISCONNECTED, GATEWAY_LOST -> tally.add(Count.DISCONNECTS);
            case COUNTDOWN -> tally.add(Count.COUNTDOWNS);
            default -> {}
        }
    }

    private void count(ExchangeEvent.CommandResult result) {
        if (result.duplicate()) {
            tally.add(Count.DUPLICATE_SENDS);
        } else if (result.reason() == RejectReason.INSUFFICIENT_MARGIN) {
            tally.add(Count.MARGIN_REJECTS);
        }
        if (!result.duplicate() && result.reason() != RejectReason.NONE) {
            tally.add(Count.REJECTS);
        }
    }
}
