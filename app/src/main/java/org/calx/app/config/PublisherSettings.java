package org.calx.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.calx.cluster.IdleMode;
import org.calx.cluster.MemberAddress;
import org.calx.model.MarginPolicy;
import org.calx.risk.array.Scenario;
import org.calx.risk.publish.PublishSettings;

/**
 * What a publisher of marks and risk arrays is started with.
 *
 * @param members the cluster's members
 * @param host this machine's name or address, as the members reach it
 * @param sender the sender that both publishers are registered as
 * @param instance 0 or 1, another for each of the two
 * @param ops where it answers {@code /livez}, {@code /readyz}, {@code /status} and {@code /metrics}
 * @param idle what its media driver does when there is nothing to do
 * @param publish when and what it publishes
 */
public record PublisherSettings(
        List<MemberAddress> members,
        String host,
        int sender,
        int instance,
        HostPort ops,
        IdleMode idle,
        PublishSettings publish) {
    private static final Set<String> KEYS = Set.of(
            "members",
            "host",
            "sender",
            "instance",
            "ops",
            "idle",
            "least-move-ticks",
            "widest-spread-ticks",
            "scan-permille",
            "scan-volatility-permille",
            "option-volatility-permille",
            "grids",
            "beat",
            "takeover");
    private static final int MOST_TICKS = 1_000_000;
    private static final int MOST_PERMILLE = 10_000;
    private static final Duration LEAST_BEAT = Duration.ofMillis(20);
    private static final Duration MOST_BEAT = Duration.ofSeconds(20);
    private static final Duration MOST_TAKEOVER = Duration.ofMinutes(10);

    /** Reads a file. @throws org.calx.app.UserError if it is wrong */
    public static PublisherSettings read(Path file) {
        ConfigFile config = ConfigFile.read(file, KEYS);
        return new PublisherSettings(
                config.members(),
                config.text("host"),
                config.whole("sender", 1, Integer.MAX_VALUE),
                config.whole("instance", 0, 1),
                config.address("ops"),
                config.oneOf("idle", IdleMode.class, IdleMode.BACKOFF),
                publish(config));
    }

    private static PublishSettings publish(ConfigFile config) {
        PublishSettings usual = PublishSettings.usual();
        Duration beat = config.duration("beat", LEAST_BEAT, MOST_BEAT, Duration.ofNanos(usual.beatNs()));
        Duration least = beat.multipliedBy(PublishSettings.BEATS_MISSED);
        Duration takeover =
                config.duration("takeover", least, MOST_TAKEOVER, longer(least, Duration.ofNanos(usual.takeoverNs())));
        return new PublishSettings(
                config.whole("least-move-ticks", 1, MOST_TICKS, (int) usual.leastMoveTicks()),
                config.whole("widest-spread-ticks", 1, MOST_TICKS, (int) usual.widestSpreadTicks()),
                config.whole("scan-permille", 1, MOST_PERMILLE, usual.scanPermille()),
                config.whole("scan-volatility-permille", 0, MOST_PERMILLE, usual.scanVolatilityPermille()),
                config.whole("option-volatility-permille", 1, MOST_PERMILLE, usual.optionVolatilityPermille()),
                beat.toNanos(),
                takeover.toNanos(),
                usual.mostInFlight(),
                grids(config));
    }

    private static Map<String, List<Scenario>> grids(ConfigFile config) {
        Map<String, List<Scenario>> grids = new TreeMap<>();
        config.tables("grids").forEach((product, rows) -> {
            if (rows.isEmpty() || rows.size() > MarginPolicy.MAX_SCENARIOS) {
                throw config.wrong("grids", product + " must have 1 to " + MarginPolicy.MAX_SCENARIOS + " scenarios");
            }
            grids.put(
                    product,
                    rows.stream().map(row -> scenario(config, product, row)).toList());
        });
        return grids;
    }

    private static Scenario scenario(ConfigFile config, String product, List<Double> row) {
        if (row.size() != 2 && row.size() != 3) {
            throw config.wrong("grids", product + " must have rows of price, volatility and, if wanted, cover");
        }
        return new Scenario(row.get(0), row.get(1), row.size() == 3 ? row.get(2) : 1);
    }

    private static Duration longer(Duration first, Duration second) {
        return first.compareTo(second) >= 0 ? first : second;
    }
}
