package org.calx.app.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.app.config.GatewaySettings;
import org.calx.app.config.HostPort;
import org.calx.app.config.NodeSettings;
import org.calx.cluster.MemberAddress;
import org.calx.cluster.NodeState;
import tools.jackson.databind.JsonNode;

/** The processes of a cluster on this machine, as its folder names them. */
public final class LocalCluster implements AutoCloseable {
    private static final long READY = 1L << 40;
    private static final long MOST = 100;
    private static final String MAIN = "org.calx.app.Main";
    private static final long END_PATIENCE_SECONDS = 30;
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(2);
    private static final Duration ORDER_PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ClusterFolder folder;
    private final Network network;
    private final OpsClient ops = new OpsClient(ANSWER_PATIENCE);
    private final List<Member> members = new ArrayList<>();
    private final List<Gateway> gateways = new ArrayList<>();
    private final Optional<LocalProcess> market;

    /** A member's process and settings. */
    public record Member(LocalProcess process, NodeSettings settings) {}

    /** A gateway's process and settings. */
    public record Gateway(LocalProcess process, GatewaySettings settings) {
        /** Where people and programs reach it. */
        public String url() {
            return "http://" + settings.http();
        }
    }

    /**
     * How a process does.
     *
     * @param pid its id, empty if it does not run
     * @param status what it tells of itself, empty if it does not answer
     */
    public record Report(LocalProcess process, HostPort ops, Optional<Long> pid, Optional<JsonNode> status) {
        /** Whether it says that it does its work. */
        public boolean isReady() {
            return status.map(json -> json.path("ready").asBoolean()).orElse(false);
        }

        /** Whether it is a member that leads. */
        public boolean leads() {
            return status.map(json -> json.path("leads").asBoolean()).orElse(false);
        }

        /** The last event that it knows, 0 if it does not answer. */
        public long lastEventSequence() {
            return status.map(json -> json.path("lastEventSequence").asLong()).orElse(0L);
        }
    }

    /** The cluster in a folder. @throws UserError if there is none */
    public LocalCluster(ClusterFolder folder) {
        this(folder, List.of(MAIN, "node"), Network.LOOPBACK);
    }

    /** The cluster in a folder, with members elsewhere than on the loopback interface. */
    public LocalCluster(ClusterFolder folder, Network network) {
        this(folder, List.of(MAIN, "node"), network);
    }

    /**
     * The cluster in a folder, with members of another kind.
     *
     * @param memberCommand main class of a member, and its arguments before {@code --config}
     * @param network where its members are
     */
    public LocalCluster(ClusterFolder folder, List<String> memberCommand, Network network) {
        this.folder = folder;
        this.network = network;
        if (!folder.exists()) {
            throw new UserError(
                    ExitCode.NOT_FOUND,
                    "--dir: there is no cluster in " + folder.directory() + "; make one with start");
        }
        LocalProcess found = null;
        for (String name : folder.names()) {
            if (name.startsWith("member-")) {
                members.add(new Member(
                        new LocalProcess(folder, name, network.memberPrefix(members.size()), memberCommand),
                        NodeSettings.read(folder.config(name))));
            } else if (name.startsWith("gateway-")) {
                gateways.add(new Gateway(process(name, "gateway"), GatewaySettings.read(folder.config(name))));
            } else {
                found = process(name, "market");
            }
        }
        market = Optional.ofNullable(found);
    }

    private LocalProcess process(String name, String command) {
        return new LocalProcess(folder, name, List.of(), List.of(MAIN, command));
    }

    /** Where its members are. */
    public Network network() {
        return network;
    }

    public ClusterFolder folder() {
        return folder;
    }

    public List<Member> members() {
        return members;
    }

    public List<Gateway> gateways() {
        return gateways;
    }

    /** The demo market's process, if the cluster has one. */
    public Optional<LocalProcess> market() {
        return market;
    }

    /** The members' addresses, in their order. */
    public List<MemberAddress> addresses() {
        return members.getFirst().settings().node().members();
    }

    /** All processes. */
    public List<LocalProcess> processes() {
        List<LocalProcess> all = new ArrayList<>();
        members.forEach(member -> all.add(member.process()));
        gateways.forEach(gateway -> all.add(gateway.process()));
        market.ifPresent(all::add);
        return all;
    }

    /** A process by its name; a number is a member's. @throws UserError if there is none */
    public LocalProcess process(String name) {
        String full = name.matches("\\d+") ? ClusterFolder.memberName(Integer.parseInt(name)) : name;
        return processes().stream()
                .filter(process -> process.name().equals(full))
                .findFirst()
                .orElseThrow(() -> new UserError(
                        ExitCode.NOT_FOUND,
                        "there is no " + full + "; there are "
                                + String.join(
                                        ", ",
                                        processes().stream()
                                                .map(LocalProcess::name)
                                                .toList())));
    }

    /** Starts what does not run. */
    public void start() {
        processes().forEach(LocalProcess::start);
    }

    /** How a member does. */
    public Report report(Member member) {
        return report(member.process(), member.settings().ops());
    }

    /** How a gateway does. */
    public Report report(Gateway gateway) {
        return report(gateway.process(), gateway.settings().ops());
    }

    /** What a member answers to an order at its operators' door, done or refused; empty if it does not answer. */
    public Optional<String> order(Member member, String path) {
        return ops.post(member.settings().ops(), path, ORDER_PATIENCE);
    }

    private Report report(LocalProcess process, HostPort address) {
        Optional<Long> pid = process.running().map(ProcessHandle::pid);
        return new Report(process, address, pid, pid.flatMap(id -> ops.json(address, "/status")));
    }

    /** The state of a member, between two commands; empty if it does not answer. */
    public Optional<NodeState> state(Member member) {
        return ops.json(member.settings().ops(), "/state")
                .map(json -> new NodeState(
                        json.path("lastEventSequence").asLong(),
                        Long.parseUnsignedLong(json.path("stateDigest").asString(), 16),
                        json.path("ignoredMessages").asLong(),
                        json.path("invariantsChecked").asLong(),
                        json.path("protocolVersion").asInt(),
                        json.path("retainedAfter").asLong(Long.MAX_VALUE)));
    }

    /** The member that leads, if one does. */
    public Optional<Member> leader() {
        return members.stream().filter(member -> report(member).leads()).findFirst();
    }

    /**
     * Waits until every process is ready.
     *
     * @param patience how long nothing may move
     * @return whether it came to that
     */
    public boolean awaitReady(Duration patience) {
        return await(patience, this::isReady, this::progress);
    }

    /** Whether every process is ready and a member leads. */
    public boolean isReady() {
        return members.stream().allMatch(member -> report(member).isReady())
                && leader().isPresent()
                && (market.isEmpty()
                        || gateways.stream().allMatch(gateway -> report(gateway).isReady()));
    }

    /** What moves while processes start: how many are ready, and how far those have come that are not. */
    public long progress() {
        return Stream.concat(
                        members.stream().map(this::report), gateways.stream().map(this::report))
                .mapToLong(report -> report.isReady() ? READY : report.lastEventSequence())
                .sum();
    }

    /** Waits for something. @return whether it came in time */
    public static boolean await(Duration patience, BooleanSupplier condition) {
        return await(patience, condition, () -> 0);
    }

    /**
     * Waits for something for as long as something else moves: a slow machine gets on, one that stands still does not.
     *
     * @param patience how long it may stand still; a hundred times as long ends it all the same
     * @return whether it came to that
     */
    public static boolean await(Duration patience, BooleanSupplier condition, LongSupplier progress) {
        long startNs = System.nanoTime();
        long movedNs = startNs;
        long reached = progress.getAsLong();
        while (!condition.getAsBoolean()) {
            long now = progress.getAsLong();
            if (now != reached && System.nanoTime() - startNs < MOST * patience.toNanos()) {
                reached = now;
                movedNs = System.nanoTime();
            }
            if (System.nanoTime() - movedNs > patience.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(LOOK_NS);
        }
        return true;
    }

    /** Ends all processes: those that send commands first, the members last. */
    public void stop() {
        List<LocalProcess> reversed = processes().reversed();
        List<LocalProcess> nodes = members.stream().map(Member::process).toList();
        end(reversed.stream().filter(process -> !nodes.contains(process)).toList());
        end(nodes);
    }

    /** Ends these processes and waits for their end. */
    public static void end(List<LocalProcess> processes) {
        processes.forEach(process -> process.signal("CONT"));
        processes.forEach(LocalProcess::terminate);
        processes.forEach(process -> process.awaitEnd(END_PATIENCE_SECONDS));
    }

    /** Lets go of the processes, which go on. */
    @Override
    public void close() {
        ops.close();
    }
}
