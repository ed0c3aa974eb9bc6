package org.calx.app.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.calx.app.demo.DemoRoster;
import org.calx.cluster.ClusterNode;
import org.calx.gateway.auth.FileKeyStore;
import org.calx.gateway.auth.MasterKey;

/**
 * The folder of a cluster on this machine: {@code NAME.conf} for each process, {@code log}, {@code run} with process ids,
 * and a data folder for each member.
 */
public final class ClusterFolder {

    private static final String OPS_HOST = "127.0.0.1";
    private static final int PORTS_PER_MEMBER = 6;
    private static final int PORTS_PER_GATEWAY = 2;
    private static final int OPS = PORTS_PER_MEMBER - 1;

    private static final String OPERATOR_KEYS = "operator-keys";

    private final Path directory;

    public ClusterFolder(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    /** Whether a cluster was made here. */
    public boolean exists() {
        return Files.isRegularFile(directory.resolve("members.conf"));
    }

    public Path directory() {
        return directory;
    }

    /** Folder of the keys that the demo's venue is run with. */
    public Path operatorKeys() {
        return directory.resolve(OPERATOR_KEYS);
    }

    /** Configuration of a process. */
    Path config(String name) {
        return directory.resolve(name + ".conf");
    }

    /** What a process says. */
    Path log(String name) {
        return directory.resolve("log").resolve(name + ".log");
    }

    /** A process's id. */
    Path pid(String name) {
        return directory.resolve("run").resolve(name + ".pid");
    }

    /** Data folder of a member. */
    public Path data(int member) {
        return directory.resolve(memberName(member));
    }

    /** Removes what a killed member's media driver has left in shared memory. */
    public static void removeDriver(Path data) {
        ClusterNode.removeRemains(data);
    }

    static String memberName(int member) {
        return "member-" + member;
    }

    /** The names of the processes that are configured here, members first. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (String kind : List.of("member-", "gateway-", "market")) {
            try (Stream<Path> files = Files.list(directory)) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.startsWith(kind) && file.endsWith(".conf") && !file.equals("members.conf"))
                        .map(file -> file.substring(0, file.length() - ".conf".length()))
                        .sorted()
                        .forEach(names::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }

    /**
     * Writes the configuration of a new cluster.
     *
     * @param network where its members are
     * @param secrets secrets by key id
     */
    public void create(ClusterPlan plan, Network network, Map<String, String> secrets) {
        try {
            Files.createDirectories(directory.resolve("log"));
            Files.createDirectories(directory.resolve("run"));
            int ports = FreePorts.find(PORTS_PER_MEMBER * plan.members() + PORTS_PER_GATEWAY * plan.gateways());
            for (int member = 0; member < plan.members(); member++) {
                writeMember(plan, network, member, ports + PORTS_PER_MEMBER * member);
            }
            int gatewayPorts = ports + PORTS_PER_MEMBER * plan.members();
            for (int gateway = 0; gateway < plan.gateways(); gateway++) {
                writeGateway(plan, network, gateway, gatewayPorts + PORTS_PER_GATEWAY * gateway);
            }
            if (plan.market()) {
                write(
                        "emergency",
                        "include \"members.conf\"",
                        "host = " + network.clientHost(),
                        "sender = " + DemoRoster.EMERGENCY_SENDER,
                        "key = " + OPERATOR_KEYS + "/emergency.pem");
                write(
                        "market",
                        "include \"members.conf\"",
                        "host = " + network.clientHost(),
                        "operator-keys = " + OPERATOR_KEYS,
                        "day = " + plan.day().toMillis() + "ms",
                        "seed = " + plan.seed(),
                        idle(plan));
            }
            MasterKey master = MasterKey.readOrCreate(directory.resolve("master.key"));
            FileKeyStore keys = FileKeyStore.open(directory.resolve("keys.sealed"), master);
            secrets.forEach(keys::put);
            writeMembers(plan, network, ports);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a cluster in " + directory, e);
        }
    }

    private void writeMembers(ClusterPlan plan, Network network, int ports) throws IOException {
        List<String> members = new ArrayList<>();
        for (int member = 0; member < plan.members(); member++) {
            members.add('"' + network.memberHost(member) + ":" + (ports + PORTS_PER_MEMBER * member) + '"');
        }
        write("members", "members = [" + String.join(", ", members) + "]");
    }

    private void writeMember(ClusterPlan plan, Network network, int member, int port) throws IOException {
        write(
                memberName(member),
                "include \"members.conf\"",
                "member = " + member,
                "dir = " + memberName(member),
                "ops = \"" + network.memberHost(member) + ":" + (port + OPS) + '"',
                "heartbeat-timeout = " + plan.heartbeatTimeout().toMillis() + "ms",
                idle(plan));
    }

    private void writeGateway(ClusterPlan plan, Network network, int gateway, int port) throws IOException {
        int http = plan.httpPort() == 0 ? port : plan.httpPort() + gateway;
        String page = System.getProperty("calx.ui", "");
        List<String> lines = new ArrayList<>(List.of(
                "include \"members.conf\"",
                "host = " + network.clientHost(),
                "sender = " + (DemoRoster.GATEWAY_SENDER + gateway),
                "http = \"127.0.0.1:" + http + '"',
                "ops = \"" + OPS_HOST + ":" + (port + 1) + '"',
                "keys = keys.sealed",
                "master-key = master.key",
                idle(plan)));
        if (plan.market()) {
            lines.add("notice = \"Demo market with play money. Nothing here can be paid out.\"");
        }
        if (Files.isRegularFile(Path.of(page, "index.html"))) {
            lines.add("terminal = \"" + page + '"');
        }
        write("gateway-" + (gateway + 1), lines.toArray(String[]::new));
    }

    private static String idle(ClusterPlan plan) {
        return "idle = " + plan.idle().name().toLowerCase(Locale.ROOT);
    }

    private void write(String name, String... lines) throws IOException {
        Files.writeString(config(name), String.join("\n", lines) + "\n");
    }
}
