package org.calx.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.calx.cluster.IdleMode;
import org.calx.cluster.MemberAddress;

/**
 * What a gateway is started with.
 *
 * @param members the cluster's members
 * @param host this machine's name or address, as the members reach it
 * @param sender the sender that it is registered as; no two gateways that run have the same
 * @param http where it listens for people and programs
 * @param ops where it answers {@code /livez}, {@code /readyz}, {@code /status} and {@code /metrics}
 * @param keys the file with the sealed secrets of keys
 * @param masterKey the file with the key that seals them
 * @param history which events it reads when it starts
 * @param idle what its media driver does when there is nothing to do
 * @param notice what every user is to read; may be empty
 * @param attributions whose data is shown
 * @param terminal folder of the built web page
 */
public record GatewaySettings(
        List<MemberAddress> members,
        String host,
        int sender,
        HostPort http,
        HostPort ops,
        Path keys,
        Path masterKey,
        History history,
        IdleMode idle,
        String notice,
        List<String> attributions,
        Optional<Path> terminal) {

    /** Which events a gateway reads when it starts. */
    public enum History {
        /** All that are recorded: it knows past trades and closed orders too. */
        WHOLE,

        /** A state image and what comes after it: it knows what is now, and starts at once. */
        PRESENT
    }

    /** The keys of its file. */
    static final Set<String> KEYS = Set.of(
            "members",
            "host",
            "sender",
            "http",
            "ops",
            "keys",
            "master-key",
            "history",
            "idle",
            "notice",
            "attributions",
            "terminal");

    /** Reads a file. @throws org.calx.app.UserError if it is wrong */
    public static GatewaySettings read(Path file) {
        ConfigFile config = ConfigFile.read(file, KEYS);
        return new GatewaySettings(
                config.members(),
                config.text("host"),
                config.whole("sender", 1, Integer.MAX_VALUE),
                config.address("http"),
                config.address("ops"),
                config.path("keys"),
                config.path("master-key"),
                config.oneOf("history", History.class, History.WHOLE),
                config.oneOf("idle", IdleMode.class, IdleMode.BACKOFF),
                config.text("notice", ""),
                config.texts("attributions"),
                config.optionalPath("terminal"));
    }
}
