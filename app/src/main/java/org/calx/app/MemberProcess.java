package org.calx.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.calx.app.config.NodeSettings;
import org.calx.app.ops.Metrics;
import org.calx.app.ops.OpsServer;
import org.calx.cluster.ClusterNode;
import org.calx.cluster.ClusterNodeConfig;
import org.calx.cluster.FolderInUseException;
import org.calx.cluster.MemberStatus;
import org.calx.cluster.NodeState;
import org.calx.model.ProtocolVersion;

/** One member of a cluster in this process, with its operators' door, until the process is told to end. */
public final class MemberProcess {
    private MemberProcess() {}

    /**
     * Runs the member.
     *
     * @param file its configuration
     * @param start starts the node: the exchange's, or for measurements another service's
     * @return the exit code
     * @throws UserError if it cannot start, or has stopped by itself
     */
    public static int run(Path file, Function<ClusterNodeConfig, ClusterNode> start) {
        NodeSettings settings = NodeSettings.read(file);
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Ending ending = Ending.on(() -> end.complete(null));
        try (ClusterNode node = start.apply(settings.node().withOnFailure(end::complete));
                Metrics metrics = metrics(node);
                OpsServer ops =
                        OpsServer.start(settings.ops(), () -> node.status().ready(), () -> status(node))) {
            ops.json("/state", () -> state(node)).page("/metrics", OpsServer.METRICS, metrics::scrape);
            KeepingOrders.add(ops, node);
            System.out.println("member " + settings.node().memberId() + " of "
                    + settings.node().members().size() + " runs, ops http://" + settings.ops());
            Throwable failure = end.join();
            if (failure instanceof VirtualMachineError) {
                System.err.println("calx: the member stops at once: " + failure);
                Runtime.getRuntime().halt(ExitCode.FAILED);
            }
            if (failure != null) {
                throw new UserError(ExitCode.FAILED, "the member has stopped: " + failure.getMessage(), failure);
            }
            return ExitCode.OK;
        } catch (FolderInUseException e) {
            throw new UserError(ExitCode.CONFLICT, file + ": dir: " + e.getMessage(), e);
        } finally {
            ending.close();
        }
    }

    private static Metrics metrics(ClusterNode node) {
        return new Metrics()
                .flag("calx.member.leads", "Whether this member leads", () -> node.status()
                        .leads())
                .flag("calx.member.ready", "Whether this member takes part", () -> node.status()
                        .ready())
                .gauge("calx.leadership.term", "Number of the present leadership", () -> node.status()
                        .leadershipTerm())
                .counter("calx.log.committed", "Bytes of the log that a majority has", () -> node.status()
                        .commitPosition())
                .gauge("calx.log.behind", "Bytes of it that this exchange has not carried out", () -> node.status()
                        .behindBytes())
                .counter("calx.events", "Events emitted since the first command", () -> node.status()
                        .lastEventSequence())
                .counter("calx.snapshots", "Snapshots taken since the start", () -> node.status()
                        .snapshots())
                .aeron(node::readCounters);
    }

    private static Map<String, Object> state(ClusterNode node) {
        NodeState state = node.state();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("lastEventSequence", state.lastEventSequence());
        fields.put("stateDigest", DigestCommand.text(state.stateDigest()));
        fields.put("ignoredMessages", state.ignoredMessages());
        fields.put("invariantsChecked", state.invariantsChecked());
        fields.put("protocolVersion", state.protocolVersion());
        if (state.retainedAfter() != Long.MAX_VALUE) {
            fields.put("retainedAfter", state.retainedAfter());
        }
        return fields;
    }

    private static Map<String, Object> status(ClusterNode node) {
        MemberStatus status = node.status();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", "node");
        fields.put("member", status.memberId());
        fields.put("leads", status.leads());
        fields.put("ready", status.ready());
        fields.put("leadershipTerm", status.leadershipTerm());
        fields.put("commitPosition", status.commitPosition());
        fields.put("behindBytes", status.behindBytes());
        fields.put("lastEventSequence", status.lastEventSequence());
        fields.put("snapshots", status.snapshots());
        fields.put("newestProtocolVersion", ProtocolVersion.newest().number());
        return fields;
    }
}
