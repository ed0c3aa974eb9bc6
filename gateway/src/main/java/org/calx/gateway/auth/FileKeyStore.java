package org.calx.gateway.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Secrets in a file, each encrypted with a master key that is kept in another file. A signature can only be checked with the
 * secret itself, so it cannot be stored as a digest.
 *
 * <p>The file is text: the line {@code calx-keys 1}, then per key its id, a blank, and the sealed secret in Base64. The key's
 * id is bound to its secret: a line cannot be given to another key. Changes replace the file whole, so that a crash leaves the
 * old or the new one. At most {@value #MAX_KEYS} keys.
 */
public final class FileKeyStore implements KeyStore {
    /** Most keys. */
    public static final int MAX_KEYS = 10_000;

    private static final String HEADER = "calx-keys 1";

    private final Path file;
    private final MasterKey master;
    private final Map<String, String> secrets;

    private FileKeyStore(Path file, MasterKey master, Map<String, String> secrets) {
        this.file = file;
        this.master = master;
        this.secrets = secrets;
    }

    /**
     * Opens a store; a file that does not exist is an empty one.
     *
     * @throws IllegalArgumentException if the file is not a key file, or was not written with this master key
     */
    public static FileKeyStore open(Path file, MasterKey master) {
        Map<String, String> secrets = new TreeMap<>();
        try {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
                if (lines.isEmpty() || !lines.getFirst().equals(HEADER) || lines.size() > MAX_KEYS + 1) {
                    throw new IllegalArgumentException(file + " is not a key file");
                }
                lines.stream().skip(1).forEach(line -> read(file, master, line, secrets));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FileKeyStore(file, master, secrets);
    }

    private static void read(Path file, MasterKey master, String line, Map<String, String> secrets) {
        int blank = line.indexOf(' ');
        if (blank < 1) {
            throw new IllegalArgumentException(file + " is not a key file");
        }
        String keyId = line.substring(0, blank);
        secrets.put(keyId, master.open(keyId, line.substring(blank + 1)));
    }

    /** Adds or replaces a secret, and writes the file. */
    public synchronized void put(String keyId, String secret) {
        if (!keyId.matches("[!-~]{1,32}")) {
            throw new IllegalArgumentException("a key id is 1 to 32 printable ASCII characters without blanks");
        }
        if (!secrets.containsKey(keyId) && secrets.size() >= MAX_KEYS) {
            throw new IllegalArgumentException("at most " + MAX_KEYS + " keys");
        }
        Map<String, String> next = new TreeMap<>(secrets);
        next.put(keyId, secret);
        write(next);
        secrets.put(keyId, secret);
    }

    @Override
    public synchronized Optional<String> secret(String keyId) {
        return Optional.ofNullable(secrets.get(keyId));
    }

    private void write(Map<String, String> next) {
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        next.forEach((keyId, secret) -> lines.add(keyId + " " + master.seal(keyId, secret)));
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            OwnerFiles.write(fresh, String.join("\n", lines) + "\n");
            try {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
