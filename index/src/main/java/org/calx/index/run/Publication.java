package org.calx.index.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.calx.api.client.SigningKey;
import org.calx.index.methodology.Methodology;
import org.calx.index.print.PrintLog;
import org.calx.index.print.PrintState;

/** Prints the fixings of a computed folder into its signed log. */
public final class Publication {
    private static final int BUFFER_BYTES = 1 << 16;

    private Publication() {}

    /**
     * Appends to the folder's log what the run brings.
     *
     * @param asOf time of the run, which decides what is preliminary and what is final
     */
    public static void publish(List<Path> inputs, Methodology rules, Path folder, Instant asOf, SigningKey key)
            throws IOException {
        try (PrintLog log = PrintLog.open(folder, rules.name(), asOf, key);
                BufferedReader fixings = Files.newBufferedReader(folder.resolve("fixings.csv"))) {
            for (Path input : inputs) {
                log.input(sha256(input), input);
            }
            fixings.readLine();
            for (String line = fixings.readLine(); line != null; line = fixings.readLine()) {
                String[] cells = line.split(",", 3);
                log.print((int) LocalDate.parse(cells[0]).toEpochDay(), cells[1], cells[2]);
            }
        }
    }

    /** The first time after another at which a print falls due or becomes final: the next 20:00 UTC. */
    public static Instant nextDue(Instant after) {
        return PrintState.nextHour(after);
    }

    /** Hexadecimal SHA-256 of a file. */
    public static String sha256(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
