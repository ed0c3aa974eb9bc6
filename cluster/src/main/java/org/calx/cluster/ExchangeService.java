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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.AgentTerminationException;

/**
 * The exchange as a service of Aeron Cluster: its log, its snapshots and its threads around {@link ReplicatedExchange}.
 * Whatever is thrown below it stops the member.
 */
final class ExchangeService implements ClusteredService {
    private final EventOutput output;
    private final Consumer<Throwable> onFailure;
    private final ReplicatedExchange exchange;
    private final AtomicReference<CompletableFuture<NodeState>> inspection = new AtomicReference<>();

    private final Runnable check;

    private Cluster cluster;
    private boolean withinCommand;
    private volatile long lastEventSequence;

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
        if (withinCommand || inspection.get() == null) {
            return 0;
        }
        CompletableFuture<NodeState> asked = inspection.getAndSet(null);
        asked.complete(exchange.state());
        return 1;
    }

    @Override
    public void onRoleChange(Cluster.Role newRole) {}

    @Override
    public void onSessionOpen(ClientSession session, long timestamp) {}

    @Override
    public void onSessionClose(ClientSession session, long timestamp, CloseReason closeReason) {}

    @Override
    public void onTimerEvent(long correlationId, long timestamp) {}

    @Override
    public void onTerminate(Cluster terminated) {
        output.close();
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
