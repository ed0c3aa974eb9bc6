package org.calx.cluster;

import io.aeron.CommonContext;
import io.aeron.Counter;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.ClusterControl;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.ElectionState;
import io.aeron.cluster.service.ClusteredService;
import io.aeron.cluster.service.ClusteredServiceContainer;
import io.aeron.exceptions.AeronEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.agrona.CloseHelper;
import org.agrona.concurrent.status.CountersReader;
import org.calx.api.client.AeronEndpoint;
import org.calx.api.client.EventStream;

/**
 * A member of the exchange's cluster in this process: media driver, archive, consensus module and service. By default the
 * only one; the same code runs one of three or five.
 *
 * <p>The process may be killed at any moment and started again at once on the same folder.
 */
public final class ClusterNode implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger("org.calx.cluster");
    /** A member whose exchange is further behind the log is not ready: some 40,000 orders, a fraction of a second. */
    private static final long MOST_BEHIND_BYTES = 8 << 20;

    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration SNAPSHOT_PATIENCE = Duration.ofSeconds(60);
    private static final long CHECK_NS = TimeUnit.MILLISECONDS.toNanos(5);

    /** Aeron takes this setting from here only, for the connections that the cluster's parts open by themselves. */
    static {
        if (System.getProperty(CommonContext.DRIVER_TIMEOUT_PROP_NAME) == null) {
            System.setProperty(CommonContext.DRIVER_TIMEOUT_PROP_NAME, Long.toString(MediaThread.PAUSE.toMillis()));
        }
    }

    private final ClusterNodeConfig config;
    private final NodeFolder folder;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Object mapped = new Object();

    private MediaThread media;
    private ConsensusModule consensus;
    private ClusteredServiceContainer container;
    private ExchangeService exchange;
    private SnapshotTimer snapshotTimer;
    private volatile boolean started;

    private ClusterNode(ClusterNodeConfig config, NodeFolder folder) {
        this.config = config;
        this.folder = folder;
    }

    /**
     * Starts a node of the exchange and, if it is the only member, waits until it has recovered and leads.
     *
     * @throws FolderInUseException if another process runs a node in the folder
     * @throws IllegalStateException if the node cannot recover
     */
    public static ClusterNode start(ClusterNodeConfig config) {
        return start(config, node -> {
            EventOutput output = new RecordedEvents(
                    config.storage().eventTerm(), config.maxRecordingPause().toNanos());
            node.exchange = new ExchangeService(output, node::fail);
            return node.exchange;
        });
    }

    /** Starts a node that carries another service, to measure the log by itself; it has no {@link #state()}. */
    public static ClusterNode start(ClusterNodeConfig config, ClusteredService service) {
        return start(config, node -> service);
    }

    private static ClusterNode start(ClusterNodeConfig config, Function<ClusterNode, ClusteredService> service) {
        ClusterNode node = new ClusterNode(config, NodeFolder.open(config.directory()));
        try {
            node.launch(service.apply(node));
            if (config.isSingle()) {
                node.awaitLeading();
            }
            node.started = true;
            node.snapshotTimer = SnapshotTimer.start(node, config);
            return node;
        } catch (RuntimeException e) {
            node.closeNow();
            throw e;
        }
    }

    /** Removes what a killed node of this folder has left in shared memory, when it will not be started again. */
    public static void removeRemains(Path directory) {
        NodeFolder.open(directory).close();
    }

    /** How clients on this machine reach the single member that runs in this folder. */
    public static AeronEndpoint endpointOf(Path directory) {
        return NodeFolder.endpoint(directory);
    }

    /** How clients in this machine reach the node. */
    public AeronEndpoint endpoint() {
        String directory = folder.driver().getPath();
        if (config.isSingle()) {
            return AeronEndpoint.local(directory);
        }
        String host = Members.host(config);
        return new AeronEndpoint(
                directory,
                "aeron:udp",
                Members.ingressEndpoints(config.members()),
                "aeron:udp?endpoint=" + host + ":0",
                List.of());
    }

    /** The node's state between two commands. */
    public NodeState state() {
        return await(exchange.inspect(), START_PATIENCE);
    }

    /** Whether this member leads the cluster. */
    public boolean isLeader() {
        long leader = io.aeron.cluster.service.Cluster.Role.LEADER.code();
        return read(() -> consensus.context().clusterNodeRoleCounter().get() == leader, false);
    }

    /**
     * Takes a snapshot on every member and waits for this one's; only the leader can.
     *
     * @return false if this member does not lead, is stopping, or another snapshot is being taken
     */
    public boolean takeSnapshot() {
        long before = snapshots();
        if (!isLeader() || !read(this::orderSnapshot, false)) {
            return false;
        }
        long deadlineNs = System.nanoTime() + SNAPSHOT_PATIENCE.toNanos();
        while (snapshots() == before && failure.get() == null && !closing.get()) {
            if (System.nanoTime() - deadlineNs > 0) {
                throw new IllegalStateException("no snapshot within " + SNAPSHOT_PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(CHECK_NS);
        }
        return failure.get() == null && !closing.get();
    }

    /**
     * Removes what neither this member nor another one needs any more.
     *
     * @throws IllegalStateException if the member has not started, or is stopping
     */
    public synchronized PruneReport prune(Retention retention) {
        if (!started || closing.get() || failure.get() != null) {
            throw new IllegalStateException("a member that starts or stops is not pruned");
        }
        long retainedAfter = state().retainedAfter();
        try (AeronArchive archive = connectArchive()) {
            MemberLogs others = new MemberLogs(config, archive.context().aeron());
            return new Pruning(archive, retention, retainedAfter)
                    .run(StoredLog.read(folder.cluster(), archive), others);
        }
    }

    private long snapshots() {
        return read(() -> consensus.context().snapshotCounter().get(), 0L);
    }

    private boolean orderSnapshot() {
        return ClusterControl.ToggleState.SNAPSHOT.toggle(consensus.context().controlToggleCounter());
    }

    /** Completes when the node has stopped, by {@link #close()} or by itself. */
    public CompletableFuture<Void> closed() {
        return closed;
    }

    /** How this member does, as of now. */
    public MemberStatus status() {
        long lastEventSequence = lastEventSequence();
        MemberStatus stopping = new MemberStatus(config.memberId(), false, false, 0, 0, 0, lastEventSequence, 0);
        return read(() -> runningStatus(lastEventSequence), stopping);
    }

    private long lastEventSequence() {
        return exchange == null ? 0 : exchange.lastEventSequence();
    }

    private MemberStatus runningStatus(long lastEventSequence) {
        ConsensusModule.Context context = consensus.context();
        long commitPosition = context.commitPositionCounter().get();
        long behindBytes = exchange == null ? 0 : Math.max(0, commitPosition - exchange.logPosition());
        return new MemberStatus(
                config.memberId(),
                isLeader(),
                isElected() && started && failure.get() == null && behindBytes <= MOST_BEHIND_BYTES,
                context.leadershipTermIdCounter().get(),
                commitPosition,
                behindBytes,
                lastEventSequence,
                snapshots());
    }

    /** Shows the counters of media driver, archive and cluster, unless the node is stopping. */
    public void readCounters(Consumer<CountersReader> reader) {
        read(
                () -> {
                    reader.accept(consensus.context().aeron().countersReader());
                    return true;
                },
                false);
    }

    /** Reads what Aeron has mapped. A node that stops unmaps it, and reading it then would end the process. */
    private <T> T read(Supplier<T> reading, T otherwise) {
        synchronized (mapped) {
            return closing.get() ? otherwise : reading.get();
        }
    }

    /** Stops; a single member takes a snapshot before, so that the next start is quick. */
    @Override
    public void close() {
        if (config.isSingle() && failure.get() == null && !closing.get()) {
            try {
                takeSnapshot();
            } catch (RuntimeException e) {
                LOGGER.log(System.Logger.Level.WARNING, "stopping without a snapshot", e);
            }
        }
        closeNow();
    }

    /** Stops at once; the next start replays the log. */
    public void closeNow() {
        if (closing.compareAndSet(false, true)) {
            awaitReaders();
            CloseHelper.quietCloseAll(snapshotTimer, container, consensus, media, folder);
            closed.complete(null);
        }
        closed.join();
    }

    /** Lets whoever reads mapped memory end; who comes later sees that the node is closing. */
    private void awaitReaders() {
        synchronized (mapped) {
            LOGGER.log(System.Logger.Level.DEBUG, "the node in {0} closes", config.directory());
        }
    }

    private void launch(ClusteredService clusteredService) {
        media = new MediaThread(folder, config, this::onError).start();
        if (exchange != null) {
            checkFiles();
        }
        AeronContexts contexts = new AeronContexts(config, folder, this::onError, this::fail);
        consensus = ConsensusModule.launch(contexts.consensus());
        container = ClusteredServiceContainer.launch(contexts.container(clusteredService));
    }

    private void checkFiles() {
        try (AeronArchive archive = connectArchive()) {
            RecoveryCheck.run(archive, folder.cluster());
        }
    }

    private AeronArchive connectArchive() {
        return AeronArchive.connect(
                EventStream.localArchive().aeronDirectoryName(folder.driver().getPath()));
    }

    /** A leader that takes orders, such as that for a snapshot, has replayed the log and its service follows it. */
    private void awaitLeading() {
        long deadlineNs = System.nanoTime() + START_PATIENCE.toNanos();
        long reached = lastEventSequence();
        while (!read(this::takesOrders, false)) {
            if (lastEventSequence() != reached) {
                reached = lastEventSequence();
                deadlineNs = System.nanoTime() + START_PATIENCE.toNanos();
            }
            Throwable reason = failure.get();
            if (reason != null) {
                throw new IllegalStateException("the node cannot start: " + reason.getMessage(), reason);
            }
            if (System.nanoTime() - deadlineNs > 0) {
                throw new IllegalStateException("the node did not get on for " + START_PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(CHECK_NS);
        }
    }

    /** While the log is replayed, snapshots that it has ordered are taken again: the toggle alone does not tell. */
    private boolean takesOrders() {
        boolean served = exchange == null || exchange.leads();
        return served
                && isElected()
                && consensus.context().controlToggleCounter().get() != ClusterControl.ToggleState.INACTIVE.code();
    }

    private boolean isElected() {
        Counter election = consensus.context().electionStateCounter();
        return !election.isClosed() && ElectionState.get(election) == ElectionState.CLOSED;
    }

    private void onError(Throwable error) {
        if (!closing.get()) {
            boolean told = error instanceof AeronEvent;
            LOGGER.log(
                    told ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING,
                    "node in " + config.directory(),
                    error);
            if (error instanceof VirtualMachineError) {
                fail(error);
            }
        }
    }

    /**
     * Stops the node from another thread than its own, once. After an error of the virtual machine, such as a fault in
     * mapped memory for want of room on the disk, nothing is closed any more: whoever is told ends the process.
     */
    private void fail(Throwable reason) {
        if (closing.get() || !failure.compareAndSet(null, reason)) {
            return;
        }
        LOGGER.log(started ? System.Logger.Level.ERROR : System.Logger.Level.DEBUG, "the node stops", reason);
        Thread closer = new Thread(
                () -> {
                    try {
                        if (!(reason instanceof VirtualMachineError)) {
                            closeNow();
                        }
                    } finally {
                        config.onFailure().accept(reason);
                    }
                },
                "calx-closer");
        closer.start();
    }

    private static <T> T await(CompletableFuture<T> future, Duration patience) {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "the node cannot start: " + e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the node did not answer within " + patience.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
