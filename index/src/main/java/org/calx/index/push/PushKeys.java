package org.calx.index.push;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.calx.index.input.InputException;
import org.calx.index.input.TableReader;

/**
 * The keys of an index, from a file {@code name,sha256,providers}: the digest of the secret in hexadecimal, and the providers that
 * it may tell of with semicolons between, or {@code *}. A secret should be random and long; the digest of a guessable one can be
 * guessed from the file.
 */
public final class PushKeys {
    /** Most keys of a file. */
    public static final int MAX_KEYS = 1_000;

    private static final List<String> COLUMNS = List.of("name", "sha256", "providers");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final Map<String, PushKey> keys;

    private PushKeys(Map<String, PushKey> keys) {
        this.keys = keys;
    }

    /** Reads a file of keys. @throws InputException if it cannot be used, with the row */
    public static PushKeys read(Path file) {
        Map<String, PushKey> keys = new TreeMap<>();
        TableReader.read(file, MAX_KEYS, (header, row, cells) -> {
            if (!header.equals(COLUMNS)) {
                throw new InputException(file + " has the columns " + header + ", not " + COLUMNS);
            }
            if (!NAME.matcher(cells[0]).matches() || !DIGEST.matcher(cells[1]).matches() || cells[2].isEmpty()) {
                throw new InputException(
                        file + ", row " + row + ": a key is a name of lower-case letters, digits and ._-,"
                                + " 64 hexadecimal digits, and providers or *");
            }
            Set<String> providers = cells[2].equals("*")
                    ? Set.of()
                    : Set.of(cells[2].toLowerCase(Locale.ROOT).split(";"));
            if (keys.put(cells[0], new PushKey(cells[0], cells[1], providers)) != null) {
                throw new InputException(file + ", row " + row + ": a second key " + cells[0]);
            }
        });
        if (keys.isEmpty()) {
            throw new InputException(file + " has no keys below a header " + String.join(",", COLUMNS));
        }
        return new PushKeys(keys);
    }

    /** The key of this name if the secret is its; takes the same time for any wrong secret. */
    public Optional<PushKey> authenticate(String name, String secret) {
        PushKey key = keys.get(name);
        byte[] found = sha256(secret).getBytes(StandardCharsets.US_ASCII);
        byte[] expected = (key == null ? "" : key.secretSha256()).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(found, expected) ? Optional.of(key) : Optional.empty();
    }

    /** Hexadecimal SHA-256 of a text. */
    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
