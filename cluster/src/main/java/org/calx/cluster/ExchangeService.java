package org.calx.cluster;

import io.aeron.ExclusivePublication;
import io.aeron.FragmentAssembler;
import io.aeron.Image;
import io.aeron.Publication;
import io.aeron.cluster.codecs.CloseReason;
import io.aeron.cluster.service.ClientSession;
import io.aeron.cluster.service.Cluster;
import io.aeron.cluster.service.ClusteredService;
import io.aeron.logbuffer.Header;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.AgentTerminationException;

/**
 * The exchange as a service of Aeron Cluster: its log, its snapshots and its threads around {@link ReplicatedExchange}.
 * Whatever is thrown below it stops the member.
 */
final class ExchangeService implements ClusteredService {
    private static final long TIMER_ID = 1;
    private static final long NOT_SCHEDULED = Long.MAX_VALUE;

    private final EventOutput output;
    private final Consumer<Throwable> onFailure;
    private final ReplicatedExchange exchange;
    private final AtomicReference<CompletableFuture<NodeState>> inspection = new AtomicReference<>();

    private final Runnable check;

    private Cluster cluster;
    private boolean withinCommand;
    private long scheduledNs = NOT_SCHEDULED;
    private volatile long lastEventSequence;
    private volatile long logPosition;
    private volatile boolean leads;

    ExchangeService(EventOutput output, Consumer<Throwable> onFailure) {
        this.output = output;
        this.check = output::check;
        this.onFailure = onFailure;
        this.exchange = new ReplicatedExchange(output);
    }

    /** The state between two commands, as soon as the service's thread comes to it. */
    CompletableFuture<NodeState> inspect() {
        CompletableFuture<NodeState> mine = new CompletableFuture<>();
        CompletableFuture<NodeState> asked = inspection.compareAndExchange(null, mine);
        return asked == null ? mine : asked;
    }

    /** Number of the last event, a moment ago; may be asked from any thread. */
    long lastEventSequence() {
        return lastEventSequence;
    }

    /** How far it has carried out the log, in bytes, a moment ago; may be asked from any thread. */
    long logPosition() {
        return logPosition;
    }

    /** Whether the exchange has carried out the whole log of a member that leads. */
    boolean leads() {
        return leads;
    }

    @Override
    public void onStart(Cluster started, Image snapshotImage) {
        cluster = started;
        guard(() -> {
            output.open(started);
            if (snapshotImage != null) {
                load(snapshotImage);
            }
        });
    }

    @Override
    public void onSessionMessage(
            ClientSession session, long timestamp, DirectBuffer buffer, int offset, int length, Header header) {
        try {
            withinCommand = true;
            exchange.onMessage(timestamp, buffer, offset, length);
            schedule();
            withinCommand = false;
        } catch (Throwable failure) {
            stop(failure);
        }
    }

    @Override
    public void onTakeSnapshot(ExclusivePublication publication) {
        guard(() -> {
            output.awaitStored();
            SnapshotOutput snapshot = new SnapshotOutput((buffer, length) -> offer(publication, buffer, length));
            exchange.writeTo(snapshot);
            snapshot.finish();
        });
    }

    @Override
    public int doBackgroundWork(long nowNs) {
        guard(check);
        lastEventSequence = exchange.lastEventSequence();
        logPosition = cluster.logPosition();
        if (withinCommand || inspection.get() == null) {
            return 0;
        }
        CompletableFuture<NodeState> asked = inspection.getAndSet(null);
        asked.complete(exchange.state());
        return 1;
    }

    /** A member that leads has replayed all of its log. */
    @Override
    public void onRoleChange(Cluster.Role newRole) {
        if (newRole == Cluster.Role.LEADER) {
            guard(() -> output.logEnds(exchange.lastEventSequence()));
        }
        leads = newRole == Cluster.Role.LEADER;
    }

    @Override
    public void onSessionOpen(ClientSession session, long timestamp) {}

    @Override
    public void onSessionClose(ClientSession session, long timestamp, CloseReason closeReason) {}

    @Override
    public void onTimerEvent(long correlationId, long timestamp) {
        try {
            withinCommand = true;
            scheduledNs = NOT_SCHEDULED;
            exchange.onTimer(timestamp);
            schedule();
            withinCommand = false;
        } catch (Throwable failure) {
            stop(failure);
        }
    }

    @Override
    public void onNewLeadershipTermEvent(
            long leadershipTermId,
            long logPosition,
            long timestamp,
            long termBaseLogPosition,
            int leaderMemberId,
            int logSessionId,
            TimeUnit timeUnit,
            int appVersion) {
        guard(() -> exchange.onNewLeader(timestamp));
    }

    @Override
    public void onTerminate(Cluster terminated) {
        output.close();
    }

    /**
     * Has the log's timer fire when it is wanted, or before: when what is due was put off, it fires for nothing and is set
     * again. There is one timer, and setting it again moves it.
     */
    private void schedule() {
        long dueNs = exchange.nextTimerNs();
        if (dueNs < scheduledNs) {
            while (!cluster.scheduleTimer(TIMER_ID, dueNs)) {
                cluster.idleStrategy().idle();
            }
            scheduledNs = dueNs;
        }
    }

    private void load(Image image) {
        SnapshotInput snapshot = new SnapshotInput();
        FragmentAssembler assembler =
                new FragmentAssembler((buffer, offset, length, header) -> snapshot.onChunk(buffer, offset));
        while (!snapshot.isComplete()) {
            if (image.poll(assembler, 16) == 0) {
                if (image.isClosed()) {
                    throw new IllegalStateException("snapshot: ends before its last chunk");
                }
                cluster.idleStrategy().idle();
            }
        }
        output.resumeAfter(exchange.readFrom(snapshot));
    }

    private void offer(ExclusivePublication publication, DirectBuffer buffer, int length) {
        long result = publication.offer(buffer, 0, length);
        while (result < 0) {
            if (result == Publication.CLOSED || result == Publication.MAX_POSITION_EXCEEDED) {
                throw new IllegalStateException("snapshot: " + Publication.errorString(result));
            }
            cluster.idleStrategy().idle();
            result = publication.offer(buffer, 0, length);
        }
    }

    private void guard(Runnable work) {
        try {
            work.run();
        } catch (Throwable failure) {
            stop(failure);
        }
    }

    private void stop(Throwable failure) {
        if (failure instanceof AgentTerminationException closing) {
            throw closing;
        }
        onFailure.accept(failure);
        throw new AgentTerminationException(failure);
    }
}
