package org.calx.app.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.calx.app.local.Network;

/**
 * A network of Linux namespaces, one for each member, joined by a bridge that the clients use from this process's own: so
 * a member can be cut off from everybody. Needs root and {@code ip}.
 */
public final class Namespaces implements Network, AutoCloseable {
    private static final int FIRST_HOST = 10;
    private static final int SUBNETS = 250;

    private final String name = "cx" + ProcessHandle.current().pid();
    private final String subnet = "10.203." + ThreadLocalRandom.current().nextInt(1, SUBNETS) + ".";
    private final int members;

    private Namespaces(int members) {
        this.members = members;
    }

    /** Makes the network. @throws IllegalStateException if that is not permitted */
    public static Namespaces open(int members) {
        Namespaces network = new Namespaces(members);
        try {
            network.make();
            return network;
        } catch (IllegalStateException e) {
            network.close();
            throw e;
        }
    }

    /** Whether this process may make such networks. */
    static boolean isPossible() {
        try {
            open(1).close();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private void make() {
        Shell.run("ip", "link", "add", bridge(), "type", "bridge");
        Shell.run("ip", "addr", "add", clientHost() + "/24", "dev", bridge());
        Shell.run("ip", "link", "set", bridge(), "up");
        for (int member = 0; member < members; member++) {
            Shell.run("ip", "netns", "add", namespace(member));
            Shell.run(
                    "ip",
                    "link",
                    "add",
                    cable(member),
                    "type",
                    "veth",
                    "peer",
                    "name",
                    "eth0",
                    "netns",
                    namespace(member));
            Shell.run("ip", "link", "set", cable(member), "master", bridge(), "up");
            Shell.run("ip", "-n", namespace(member), "addr", "add", memberHost(member) + "/24", "dev", "eth0");
            Shell.run("ip", "-n", namespace(member), "link", "set", "eth0", "up");
            Shell.run("ip", "-n", namespace(member), "link", "set", "lo", "up");
        }
    }

    /** Cuts a member off from everybody, or joins it again. */
    void connect(int member, boolean joined) {
        Shell.run("ip", "link", "set", cable(member), joined ? "up" : "down");
    }

    @Override
    public String memberHost(int member) {
        return subnet + (FIRST_HOST + member);
    }

    @Override
    public String clientHost() {
        return subnet + "1";
    }

    @Override
    public List<String> memberPrefix(int member) {
        return List.of("ip", "netns", "exec", namespace(member));
    }

    /** Removes what was made, as far as it was. */
    @Override
    public void close() {
        List<String[]> commands = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            commands.add(new String[] {"ip", "netns", "del", namespace(member)});
        }
        commands.add(new String[] {"ip", "link", "del", bridge()});
        for (String[] command : commands) {
            try {
                Shell.run(command);
            } catch (IllegalStateException e) {
                System.getLogger("org.calx.app").log(System.Logger.Level.DEBUG, "network", e);
            }
        }
    }

    private String bridge() {
        return name + "b";
    }

    private String namespace(int member) {
        return name + "m" + member;
    }

    private String cable(int member) {
        return name + "v" + member;
    }
}
