package org.calx.app;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The secrets of the demo's keys, in a file of the data folder that its owner alone may read. A secret is made once, so
 * a market that goes on after a restart accepts the same keys.
 */
final class KeyFile {
    private static final int SECRET_BYTES = 24;

    private KeyFile() {}

    /**
     * Secrets by key id.
     *
     * @param file where they are kept; made when it is not there
     * @param keyIds the keys that must have one
     */
    static Map<String, String> open(Path file, List<String> keyIds) {
        try {
            Properties kept = new Properties();
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    kept.load(reader);
                }
            }
            boolean added = false;
            for (String keyId : keyIds) {
                added |= kept.putIfAbsent(keyId, newSecret()) == null;
            }
            if (added) {
                write(file, kept);
            }
            Map<String, String> secrets = new TreeMap<>();
            kept.stringPropertyNames().forEach(keyId -> secrets.put(keyId, kept.getProperty(keyId)));
            return secrets;
        } catch (IOException e) {
            throw new UncheckedIOException("the keys could not be kept in " + file, e);
        }
    }

    private static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    private static void write(Path file, Properties kept) throws IOException {
        Files.createDirectories(file.getParent());
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        try (Writer writer = Files.newBufferedWriter(file)) {
            kept.store(writer, "Secrets of the demo's keys");
        }
    }
}
