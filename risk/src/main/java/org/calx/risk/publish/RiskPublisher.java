package org.calx.risk.publish;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.ExchangeClient;
import org.calx.api.event.ExchangeEvent;
import org.calx.margin.ScenarioArray;
import org.calx.model.RejectReason;
import org.calx.model.RiskRules;
import org.calx.model.VolatilityState;

/**
 * One of several publishers that share a sender: one publishes, the others follow the event stream and stand by.
 *
 * <p>Who publishes has the sender's highest epoch. A spare that has seen no answer to that sender for a while begins an epoch above,
 * one of its own {@link Seat}, and sends a heartbeat in it. The log puts everything in an order: what the old publisher sent before the heartbeat is in the
 * stream before its answer, what it sends after it is refused as of a stale epoch. So when the spare reads that answer it knows
 * all that was published, and nothing can be published but by it. What is in force is never sent again.
 *
 * <p>Not thread-safe: targets, states and {@link #poll} belong to one thread.
 */
public final class RiskPublisher implements AutoCloseable {
    /** What a publisher is doing. */
    public enum Role {
        /** Follows the stream. */
        SPARE,
        /** Waits for the answer that makes it the one. */
        TAKING_OVER,
        /** Publishes. */
        ACTIVE
    }

    private final int senderId;
    private final Seat seat;
    private final ExchangeClient follower;
    private final IntFunction<ExchangeClient> clientOfEpoch;
    private final PublisherSettings settings;
    private final LongSupplier clockNs;
    private final InForce inForce = new InForce();
    private final Map<Integer, RiskTarget> targets = new LinkedHashMap<>();
    private final Map<Integer, VolatilityState> states = new LinkedHashMap<>();
    private final Set<String> unanswered = new HashSet<>();

    private Role role = Role.SPARE;
    private ExchangeClient client;
    private int highestEpoch;
    private long lastSignNs;
    private long lastSentNs;
    private long published;
    private long refused;

    /**
     * A spare.
     *
     * @param follower reads all events from the first, or from a state image; sends nothing
     * @param clientOfEpoch a client of the publishers' sender in an epoch
     * @param seat which of the publishers this is
     * @param clockNs this machine's monotonic clock
     */
    public RiskPublisher(
            ExchangeClient follower,
            IntFunction<ExchangeClient> clientOfEpoch,
            int senderId,
            Seat seat,
            PublisherSettings settings,
            LongSupplier clockNs) {
        this.senderId = senderId;
        this.seat = seat;
        this.follower = follower;
        this.clientOfEpoch = clientOfEpoch;
        this.settings = settings;
        this.clockNs = clockNs;
        lastSignNs = clockNs.getAsLong();
        follower.addReader((sequence, timestampNs, last, event) -> onEvent(event));
    }

    private void onEvent(ExchangeEvent event) {
        inForce.apply(event);
        if (event instanceof ExchangeEvent.CommandResult result
                && result.senderId() == senderId
                && result.reason() != RejectReason.STALE_EPOCH) {
            highestEpoch = Math.max(highestEpoch, result.epoch());
            lastSignNs = clockNs.getAsLong();
        }
    }

    /** What should be in force from now on. */
    public void target(RiskTarget target) {
        targets.put(target.instrumentId(), target);
    }

    /**
     * Which state a product is found to be in. Its arrays are multiplied by what the product's rules say for that state; where
     * operators have set the state in the rules themselves, the higher of the two holds.
     */
    public void volatilityState(int productId, VolatilityState state) {
        states.put(productId, state);
    }

    public Role role() {
        return role;
    }

    /** Commands of this publisher that the exchange has carried out, without heartbeats. */
    public long published() {
        return published;
    }

    /** Commands of this publisher that the exchange has refused, other than for a stale epoch: a wrong target. */
    public long refused() {
        return refused;
    }

    /** Reads events, takes over if need be, publishes what has moved enough. @return work done */
    public int poll() {
        int work = follower.poll();
        if (client != null) {
            work += client.poll();
            // What the client has been answered the follower must know before anything is compared.
            work += follower.poll();
        }
        long nowNs = clockNs.getAsLong();
        if (role == Role.SPARE && nowNs - lastSignNs >= settings.takeOverNs()) {
            takeOver(nowNs);
        } else if (role == Role.ACTIVE && follower.lastEventSequence() >= client.lastEventSequence()) {
            publish(nowNs);
        }
        return work;
    }

    private void takeOver(long nowNs) {
        role = Role.TAKING_OVER;
        if (client != null) {
            client.close();
        }
        client = clientOfEpoch.apply(seat.epochAbove(highestEpoch));
        lastSentNs = nowNs;
        client.heartbeat().thenAccept(outcome -> {
            if (outcome.accepted()) {
                role = Role.ACTIVE;
            } else {
                standBack();
            }
        });
    }

    private void publish(long nowNs) {
        // A copy: an answer that comes at once may take a target away.
        List.copyOf(targets.values()).forEach(target -> publishTarget(multiplied(target)));
        if (role == Role.ACTIVE && nowNs - lastSentNs >= settings.heartbeatNs()) {
            send("heartbeat", client.heartbeat(), false);
        }
    }

    /** The target with the arrays that its product's state asks for, as far as the rules in force do not multiply already. */
    private RiskTarget multiplied(RiskTarget target) {
        int bps = inForce.furtherBps(target.instrumentId(), states);
        if (bps <= RiskRules.UNIT_BPS) {
            return target;
        }
        long[] losses = new long[target.lossMicrosPerLot().length];
        ScenarioArray.scale(target.lossMicrosPerLot(), 0, losses, 0, bps);
        return new RiskTarget(target.instrumentId(), target.markMicros(), losses);
    }

    private void publishTarget(RiskTarget target) {
        int id = target.instrumentId();
        if (!inForce.isLive(id)) {
            return;
        }
        String mark = "mark " + id;
        if (!unanswered.contains(mark) && inForce.needsMark(target, settings.markMoveMicros())) {
            send(mark, client.setMark(id, target.markMicros()), true);
        }
        String array = "array " + id;
        if (!unanswered.contains(array) && inForce.needsArray(target, settings.arrayMoveBps())) {
            send(array, client.setRiskArray(id, inForce.nextVersion(id), target.lossMicrosPerLot()), true);
        }
    }

    private void send(String what, CompletableFuture<CommandOutcome> command, boolean counts) {
        lastSentNs = clockNs.getAsLong();
        unanswered.add(what);
        command.thenAccept(outcome -> {
            unanswered.remove(what);
            if (outcome.reason() == RejectReason.STALE_EPOCH) {
                standBack();
            } else if (counts && outcome.accepted()) {
                published++;
            } else if (counts) {
                refused++;
                // It would be refused again: the next target is tried.
                targets.remove(Integer.parseInt(what.substring(what.indexOf(' ') + 1)));
            }
        });
    }

    private void standBack() {
        role = Role.SPARE;
        lastSignNs = clockNs.getAsLong();
        unanswered.clear();
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
        follower.close();
    }
}
