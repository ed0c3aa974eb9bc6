package org.calx.app.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.cluster.MemberAddress;

/**
 * A process's configuration file. Relative paths in it are relative to its folder. It is read whole and checked before
 * anything starts; each mistake is a {@link UserError} that says file, line, key and what is allowed.
 */
final class ConfigFile {
    private static final int MAX_PORT = 65_535;

    private final Path file;
    private final Config config;

    private ConfigFile(Path file, Config config) {
        this.file = file;
        this.config = config;
    }

    /**
     * Reads a file.
     *
     * @param keys all keys that it may have
     */
    static ConfigFile read(Path file, Set<String> keys) {
        if (!Files.isRegularFile(file)) {
            throw new UserError(ExitCode.NOT_FOUND, "--config: there is no file " + file);
        }
        try {
            Config config = ConfigFactory.parseFile(
                            file.toAbsolutePath().toFile(),
                            ConfigParseOptions.defaults().setAllowMissing(false))
                    .resolve();
            ConfigFile read = new ConfigFile(file, config);
            read.refuseUnknown(keys);
            return read;
        } catch (ConfigException e) {
            throw new UserError(ExitCode.USAGE, "--config: " + e.getMessage(), e);
        }
    }

    private void refuseUnknown(Set<String> keys) {
        for (String key : config.root().keySet()) {
            if (!keys.contains(key)) {
                throw wrong(key, "is not a key of this file; allowed are " + String.join(", ", new TreeSet<>(keys)));
            }
        }
    }

    /** A failure that names the key. */
    UserError wrong(String key, String what) {
        String place = file.toString();
        if (config.hasPath(key)) {
            ConfigOrigin origin = config.getValue(key).origin();
            String source = origin.filename() == null ? place : origin.filename();
            place = origin.lineNumber() > 0 ? source + ":" + origin.lineNumber() : source;
        }
        return new UserError(ExitCode.USAGE, place + ": " + key + " " + what);
    }

    boolean has(String key) {
        return config.hasPath(key);
    }

    String text(String key) {
        return required(key, "a text", () -> config.getString(key));
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    List<String> texts(String key) {
        return has(key) ? required(key, "a list of texts", () -> config.getStringList(key)) : List.of();
    }

    Path path(String key) {
        return file.toAbsolutePath().getParent().resolve(text(key)).normalize();
    }

    Optional<Path> optionalPath(String key) {
        return has(key) ? Optional.of(path(key)) : Optional.empty();
    }

    /** A whole number. */
    int whole(String key, int least, int most) {
        String allowed = "a whole number from " + least + " to " + most;
        int value = required(key, allowed, () -> Math.toIntExact(config.getLong(key)));
        if (value < least || value > most) {
            throw wrong(key, "must be " + allowed + ", not " + value);
        }
        return value;
    }

    int whole(String key, int least, int most, int otherwise) {
        return has(key) ? whole(key, least, most) : otherwise;
    }

    /** A size in bytes, such as {@code 8m}. */
    long bytes(String key, long otherwise) {
        return has(key) ? required(key, "a size such as 8m", () -> config.getBytes(key)) : otherwise;
    }

    /** A duration, such as {@code 1s}. */
    Duration duration(String key, Duration least, Duration most, Duration otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        String allowed = "a duration from " + text(least) + " to " + text(most) + ", such as 1s or 500ms";
        Duration value = required(key, allowed, () -> config.getDuration(key));
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw wrong(key, "must be " + allowed + ", not " + text(key));
        }
        return value;
    }

    /** One of an enum's values, in small letters. */
    <E extends Enum<E>> E oneOf(String key, Class<E> type, E otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        String word = text(key);
        StringBuilder allowed = new StringBuilder();
        for (E value : type.getEnumConstants()) {
            String name = value.name().toLowerCase(java.util.Locale.ROOT);
            if (name.equals(word)) {
                return value;
            }
            allowed.append(allowed.isEmpty() ? "" : ", ").append(name);
        }
        throw wrong(key, "must be one of " + allowed + ", not " + word);
    }

    /** Rows of numbers by name; none if the key is not there. */
    Map<String, List<List<Double>>> tables(String key) {
        if (!has(key)) {
            return Map.of();
        }
        return required(key, "rows of numbers by name, such as { H100 = [[1, 0], [-1, 0]] }", () -> {
            Map<String, List<List<Double>>> tables = new TreeMap<>();
            config.getObject(key).forEach((name, rows) -> tables.put(name, rows(rows)));
            return tables;
        });
    }

    private static List<List<Double>> rows(ConfigValue rows) {
        return elements(rows).stream()
                .map(row -> elements(row).stream().map(ConfigFile::number).toList())
                .toList();
    }

    private static List<ConfigValue> elements(ConfigValue value) {
        if (value instanceof ConfigList list) {
            return list;
        }
        throw new ConfigException.WrongType(value.origin(), "not a list");
    }

    private static double number(ConfigValue value) {
        if (value.unwrapped() instanceof Number number) {
            return number.doubleValue();
        }
        throw new ConfigException.WrongType(value.origin(), "not a number");
    }

    /** A {@code host:port}. */
    HostPort address(String key) {
        return address(key, text(key), 0);
    }

    /** A list of {@code host:port}; empty if the key is not there. */
    List<HostPort> addresses(String key) {
        return texts(key).stream().map(text -> address(key, text, 1)).toList();
    }

    /** The cluster's members in their order, each {@code host:port}, the first of its five ports. */
    List<MemberAddress> members() {
        List<String> texts = texts("members");
        if (texts.size() != 1 && texts.size() != 3 && texts.size() != 5) {
            throw wrong("members", "must be a list of 1, 3 or 5 members, each host:port");
        }
        return texts.stream()
                .map(text -> address("members", text, 1))
                .map(this::member)
                .toList();
    }

    private MemberAddress member(HostPort address) {
        try {
            return new MemberAddress(address.host(), address.port());
        } catch (IllegalArgumentException e) {
            throw wrong("members", e.getMessage());
        }
    }

    private HostPort address(String key, String text, int leastPort) {
        int colon = text.lastIndexOf(':');
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (colon > 0 && port >= leastPort && port <= MAX_PORT) {
                return new HostPort(text.substring(0, colon), port);
            }
        } catch (NumberFormatException e) {
            // Told below, with what is allowed.
        }
        throw wrong(key, "must be host:port with a port from " + leastPort + " to " + MAX_PORT + ", not " + text);
    }

    private <T> T required(String key, String allowed, Supplier<T> value) {
        if (!has(key)) {
            throw wrong(key, "is missing; it must be " + allowed);
        }
        try {
            return value.get();
        } catch (ConfigException | ArithmeticException e) {
            throw wrong(key, "must be " + allowed);
        }
    }

    private static String text(Duration duration) {
        return duration.toMillis() % 1_000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }
}
