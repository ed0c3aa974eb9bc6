package org.calx.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.calx.app.demo.DemoConfig;
import org.calx.cluster.IdleMode;
import org.calx.cluster.MemberAddress;

/**
 * What a demo market on a cluster is started with.
 *
 * @param members the cluster's members
 * @param host this machine's name or address, as the members reach it
 * @param idle of its media driver
 * @param market length of day, seed and pace
 * @param prices price file of the index, if not the built-in one
 * @param operatorKeys folder of the keys that the venue is run with, made there once
 */
public record MarketSettings(
        List<MemberAddress> members,
        String host,
        IdleMode idle,
        DemoConfig market,
        Optional<Path> prices,
        Path operatorKeys) {
    private static final Set<String> KEYS =
            Set.of("members", "host", "idle", "day", "seed", "commands-per-second", "prices", "operator-keys");

    /** Reads a file. @throws org.calx.app.UserError if it is wrong */
    public static MarketSettings read(Path file) {
        ConfigFile config = ConfigFile.read(file, KEYS);
        DemoConfig usual = DemoConfig.DEFAULT;
        Duration day = config.duration(
                "day",
                Duration.ofNanos(DemoConfig.MIN_DAY_NS),
                Duration.ofNanos(DemoConfig.MAX_DAY_NS),
                Duration.ofNanos(usual.dayNs()));
        return new MarketSettings(
                config.members(),
                config.text("host"),
                config.oneOf("idle", IdleMode.class, IdleMode.BACKOFF),
                new DemoConfig(
                        day.toNanos(),
                        config.whole("seed", Integer.MIN_VALUE, Integer.MAX_VALUE, 1),
                        config.whole(
                                "commands-per-second",
                                1,
                                DemoConfig.MAX_COMMANDS_PER_SECOND,
                                usual.commandsPerSecond())),
                config.optionalPath("prices"),
                config.path("operator-keys"));
    }
}
