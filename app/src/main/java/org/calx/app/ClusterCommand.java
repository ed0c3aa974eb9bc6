package org.calx.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.calx.app.demo.DemoConfig;
import org.calx.app.local.ClusterFolder;
import org.calx.app.local.ClusterPlan;
import org.calx.app.local.LocalCluster;
import org.calx.app.local.LocalProcess;
import org.calx.app.local.Network;
import org.calx.cluster.IdleMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code calx cluster}: a cluster of processes on this machine, for trying out. */
@Command(name = "cluster", description = "Run a cluster of members and gateways on this machine, for trying out.")
final class ClusterCommand implements Runnable {
    private static final Duration READY_PATIENCE = Duration.ofMinutes(3);

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "start, status, snapshot, prune, kill, kill-leader or stop is missing");
    }

    @Command(name = "start", description = "Make the cluster if it is not there, and start what does not run.")
    int start(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "NAME",
                            description = "Only this one: a member's number, or a name that status tells.")
                    String name,
            @Option(names = "--dir", required = true, paramLabel = "FOLDER", description = "The cluster's folder.")
                    Path dir,
            @Option(
                            names = "--nodes",
                            paramLabel = "N",
                            defaultValue = "3",
                            description = "Members of a new cluster: 1, 3 or 5 (default: 3).")
                    int nodes,
            @Option(
                            names = "--gateways",
                            paramLabel = "N",
                            defaultValue = "2",
                            description = "Gateways of a new cluster: 1 to 8 (default: 2).")
                    int gateways,
            @Option(
                            names = "--http",
                            paramLabel = "PORT",
                            defaultValue = "8080",
                            description = "Port of the first gateway, the next ones follow; 0 for any (default: 8080).")
                    int port,
            @Option(names = "--no-market", description = "Without the demo market.") boolean noMarket) {
        if (name != null) {
            try (LocalCluster cluster = open(dir)) {
                LocalProcess process = cluster.process(name);
                process.start();
                System.out.println(process.name() + " started");
            }
            return ExitCode.OK;
        }
        checkCounts(nodes, gateways, port);
        Duration day = Duration.ofNanos(DemoConfig.DEFAULT.dayNs());
        make(dir, new ClusterPlan(nodes, gateways, port, !noMarket, day, 1, Duration.ofSeconds(1), IdleMode.SPARING));
        try (LocalCluster cluster = open(dir)) {
            cluster.start();
            boolean ready = cluster.awaitReady(READY_PATIENCE);
            print(cluster, System.out);
            if (!ready) {
                throw new UserError(
                        ExitCode.FAILED,
                        "not everything is ready after " + READY_PATIENCE.toSeconds() + " s; see " + dir + "/log");
            }
        }
        return ExitCode.OK;
    }

    @Command(name = "status", description = "Tell how members, gateways and market do.")
    int status(@Option(names = "--dir", required = true, paramLabel = "FOLDER") Path dir) {
        try (LocalCluster cluster = open(dir)) {
            print(cluster, System.out);
        }
        return ExitCode.OK;
    }

    @Command(name = "snapshot", description = "Take a snapshot on every member.")
    int snapshot(@Option(names = "--dir", required = true, paramLabel = "FOLDER") Path dir) {
        try (LocalCluster cluster = open(dir)) {
            LocalCluster.Member leader =
                    cluster.leader().orElseThrow(() -> new UserError(ExitCode.CONFLICT, "no member leads just now"));
            return tell(cluster, leader, "/snapshot");
        }
    }

    @Command(name = "prune", description = "Remove old snapshots, log and events that nobody needs, on every member.")
    int prune(
            @Option(names = "--dir", required = true, paramLabel = "FOLDER") Path dir,
            @Option(
                            names = "--snapshots",
                            paramLabel = "N",
                            defaultValue = "3",
                            description = "Snapshots that stay, with the log after the oldest of them (default: 3).")
                    int snapshots,
            @Option(
                            names = "--event-bytes",
                            paramLabel = "N",
                            defaultValue = "4294967296",
                            description = "Newest bytes of recorded events that stay (default: 4 GiB).")
                    long eventBytes) {
        if (snapshots < 1 || eventBytes < 0) {
            throw wrong("--snapshots must be at least 1 and --event-bytes at least 0");
        }
        try (LocalCluster cluster = open(dir)) {
            int worst = ExitCode.OK;
            for (LocalCluster.Member member : cluster.members()) {
                worst = Math.max(
                        worst, tell(cluster, member, "/prune?snapshots=" + snapshots + "&eventBytes=" + eventBytes));
            }
            return worst;
        }
    }

    private static int tell(LocalCluster cluster, LocalCluster.Member member, String order) {
        Optional<String> answer = cluster.order(member, order);
        System.out.println(
                member.process().name() + " " + answer.orElse("does not answer").strip());
        return answer.filter(text -> text.startsWith("{")).isPresent() ? ExitCode.OK : ExitCode.FAILED;
    }

    @Command(name = "kill-leader", description = "Kill the leading member without a chance to do anything.")
    int killLeader(@Option(names = "--dir", required = true, paramLabel = "FOLDER") Path dir) {
        try (LocalCluster cluster = open(dir)) {
            LocalProcess leader = cluster.leader()
                    .orElseThrow(() -> new UserError(ExitCode.CONFLICT, "no member leads just now"))
                    .process();
            leader.kill();
            System.out.println(leader.name() + " killed");
        }
        return ExitCode.OK;
    }

    @Command(name = "kill", description = "Kill a process without a chance to do anything.")
    int kill(
            @Parameters(paramLabel = "NAME", description = "A member's number, or a name that status tells.")
                    String name,
            @Option(names = "--dir", required = true, paramLabel = "FOLDER") Path dir) {
        try (LocalCluster cluster = open(dir)) {
            LocalProcess process = cluster.process(name);
            System.out.println(process.name() + (process.kill() ? " killed" : " does not run"));
        }
        return ExitCode.OK;
    }

    @Command(name = "stop", description = "End all processes.")
    int stop(@Option(names = "--dir", required = true, paramLabel = "FOLDER") Path dir) {
        try (LocalCluster cluster = open(dir)) {
            cluster.stop();
            System.out.println("stopped");
        }
        return ExitCode.OK;
    }

    /** Makes a cluster, unless there is one. */
    static void make(Path dir, ClusterPlan plan) {
        make(dir, plan, Network.LOOPBACK);
    }

    /** The same with members elsewhere than on the loopback interface. */
    static void make(Path dir, ClusterPlan plan, Network network) {
        ClusterFolder folder = new ClusterFolder(dir);
        if (!folder.exists()) {
            folder.create(plan, network, KeyFile.open(dir.resolve("keys.properties"), DemoGuests.names()));
        }
    }

    private static LocalCluster open(Path dir) {
        return new LocalCluster(new ClusterFolder(dir));
    }

    /** One line for each process. */
    static void print(LocalCluster cluster, PrintStream out) {
        for (LocalCluster.Member member : cluster.members()) {
            LocalCluster.Report report = cluster.report(member);
            line(out, report, report.leads() ? "leader" : "follower", "ops http://" + report.ops());
        }
        for (LocalCluster.Gateway gateway : cluster.gateways()) {
            line(out, cluster.report(gateway), "gateway", gateway.url());
        }
        cluster.market()
                .ifPresent(market -> out.printf(
                        "%-10s %-9s %s%n",
                        market.name(),
                        "market",
                        market.running().map(handle -> "pid " + handle.pid()).orElse("down")));
    }

    private static void line(PrintStream out, LocalCluster.Report report, String role, String address) {
        Optional<Long> pid = report.pid();
        out.printf(
                "%-10s %-9s %-12s %-9s event %-10s %s%n",
                report.process().name(),
                pid.isPresent() ? role : "-",
                pid.map(id -> "pid " + id).orElse("down"),
                report.isReady() ? "ready" : report.status().isPresent() ? "starting" : "silent",
                report.status().isPresent() ? Long.toString(report.lastEventSequence()) : "-",
                address);
    }

    private void checkCounts(int nodes, int gateways, int port) {
        if (nodes != 1 && nodes != 3 && nodes != 5) {
            throw wrong("--nodes must be 1, 3 or 5, not " + nodes);
        }
        if (gateways < 1 || gateways > org.calx.app.demo.DemoRoster.MOST_GATEWAYS) {
            throw wrong("--gateways must be from 1 to " + org.calx.app.demo.DemoRoster.MOST_GATEWAYS);
        }
        if (port < 0 || port > 65_000) {
            throw wrong("--http must be a port from 0 to 65000");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
