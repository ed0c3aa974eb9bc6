package org.calx.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.agrona.IoUtil;
import org.calx.app.chaos.ChaosRun;
import org.calx.app.chaos.ChaosTrader;
import org.calx.app.chaos.Fault;
import org.calx.app.chaos.Namespaces;
import org.calx.app.local.ClusterFolder;
import org.calx.app.local.ClusterPlan;
import org.calx.app.local.LocalCluster;
import org.calx.app.local.Network;
import org.calx.cluster.IdleMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code calx chaos}: a cluster of real processes under load is harmed, and its history judged. */
@Command(
        name = "chaos",
        description = "Kill and pause members and gateways of a cluster under load, and judge what it has recorded.")
final class ChaosCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration READY_PATIENCE = Duration.ofMinutes(3);
    private static final Duration HEARTBEAT_TIMEOUT = Duration.ofSeconds(1);
    private static final int MEMBERS = 3;
    private static final int GATEWAYS = 2;
    private static final Duration DAY = Duration.ofHours(24);

    @Option(names = "--kills", defaultValue = "3", description = "Leaders to kill (default: 3).")
    private int kills;

    @Option(names = "--minutes", defaultValue = "10", description = "Longest time for faults (default: 10).")
    private int minutes;

    @Option(
            names = "--faults",
            split = ",",
            paramLabel = "FAULT",
            description = "What is done between the leaders' kills: ${COMPLETION-CANDIDATES} (default: all).")
    private List<Fault> faults = List.of(Fault.values());

    @Option(names = "--seed", defaultValue = "1", description = "Seed of faults and traders (default: 1).")
    private long seed;

    @Option(
            names = "--dir",
            paramLabel = "FOLDER",
            description =
                    "New folder for the cluster; it stays (default: one that is removed unless something is found).")
    private Path dir;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (kills < 1 || minutes < 1) {
            throw new ParameterException(spec.commandLine(), "--kills and --minutes must be at least 1");
        }
        Path folder = folder();
        ChaosRun.Outcome outcome = run(folder, kills, Duration.ofMinutes(minutes), faults(), seed, ChaosTrader::new);
        System.out.println(JSON.writeValueAsString(outcome));
        outcome.findings().forEach(finding -> System.err.println("calx: chaos: " + finding));
        if (!outcome.findings().isEmpty()) {
            System.err.println("calx: chaos: the cluster is kept in " + folder);
            return ExitCode.FAILED;
        }
        if (dir == null) {
            IoUtil.delete(folder.toFile(), true);
        }
        return ExitCode.OK;
    }

    /** Makes a cluster with a market in a new folder, runs on it and ends it. */
    static ChaosRun.Outcome run(
            Path folder, int kills, Duration length, List<Fault> faults, long seed, ChaosRun.TraderMaker maker) {
        try (Namespaces apart = faults.stream().anyMatch(Fault::isPartition) ? Namespaces.open(MEMBERS) : null) {
            Network network = apart == null ? Network.LOOPBACK : apart;
            ClusterPlan plan =
                    new ClusterPlan(MEMBERS, GATEWAYS, 0, true, DAY, seed, HEARTBEAT_TIMEOUT, IdleMode.SPARING);
            ClusterCommand.make(folder, plan, network);
            try (LocalCluster cluster = new LocalCluster(new ClusterFolder(folder), network)) {
                return run(cluster, kills, length, faults, seed, maker);
            }
        }
    }

    private static ChaosRun.Outcome run(
            LocalCluster cluster,
            int kills,
            Duration length,
            List<Fault> faults,
            long seed,
            ChaosRun.TraderMaker maker) {
        Path folder = cluster.folder().directory();
        Map<String, String> secrets = KeyFile.open(folder.resolve("keys.properties"), DemoGuests.names());
        try {
            cluster.start();
            if (!cluster.awaitReady(READY_PATIENCE)) {
                throw new UserError(ExitCode.FAILED, "the cluster is not ready; see " + folder + "/log");
            }
            return new ChaosRun(
                            cluster,
                            secrets,
                            DemoGuests.FIRST_ACCOUNT,
                            faults,
                            seed,
                            maker,
                            what -> System.err.println("calx: chaos: " + what))
                    .run(kills, length);
        } finally {
            cluster.stop();
        }
    }

    private List<Fault> faults() {
        List<Fault> possible = faults.stream().filter(Fault::isPossible).toList();
        faults.stream()
                .filter(fault -> !possible.contains(fault))
                .forEach(fault -> System.err.println("calx: chaos: this machine does not permit " + fault));
        return possible.isEmpty() ? List.of(Fault.KILL_LEADER) : possible;
    }

    private Path folder() {
        try {
            if (dir == null) {
                return Files.createTempDirectory("calx-chaos");
            }
            if (new ClusterFolder(dir).exists()) {
                throw new UserError(ExitCode.CONFLICT, "--dir: there is a cluster in " + dir + " already");
            }
            return dir;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
