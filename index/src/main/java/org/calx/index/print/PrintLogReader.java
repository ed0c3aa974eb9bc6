package org.calx.index.print;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.calx.model.PublicKey;

/** Reads a log of prints, checks the chain and every signature, and that a signature stands for every line, and gives what stands. */
public final class PrintLogReader {
    /** What comes before the 32 bytes of an Ed25519 key in the X.509 form (RFC 8410). */
    private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    /** An input that the last run read. */
    public record Input(String sha256, Path path) {}

    private final List<String> faults = new ArrayList<>();
    private final List<Input> inputs = new ArrayList<>();
    private final Map<String, String> standing = new HashMap<>();
    private final Map<String, String> differences = new HashMap<>();
    private String methodology = "";
    private String publicKey = "";
    private long lines;
    private long openLines;

    private PrintLogReader() {}

    /** Reads a log up to its first broken link. */
    public static PrintLogReader read(Path file) throws IOException {
        PrintLogReader reader = new PrintLogReader();
        String hash = PrintLine.FIRST_HASH;
        try (BufferedReader text = Files.newBufferedReader(file)) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                PrintLine one = PrintLine.parse(line);
                reader.lines++;
                if (one == null
                        || one.sequence() != reader.lines
                        || !one.hash().equals(PrintLine.hash(hash, one.sequence(), one.body()))) {
                    reader.faults.add("line " + reader.lines + ": the chain is broken");
                    return reader;
                }
                hash = one.hash();
                reader.accept(one);
            }
        }
        reader.endOfRun(reader.lines);
        return reader;
    }

    /** The last line of a run is signed, or nobody stands for the lines since the last signature. */
    private void endOfRun(long line) {
        if (openLines > 0) {
            faults.add("line " + line + ": the last of a run, and not signed");
        }
        openLines = 0;
    }

    private void accept(PrintLine line) {
        String[] cells = line.body().split(",", 5);
        switch (cells[0]) {
            case "run" -> {
                endOfRun(line.sequence() - 1);
                methodology = cells[1];
                publicKey = cells[3];
                inputs.clear();
                differences.clear();
            }
            case "input" -> inputs.add(new Input(cells[1], Path.of(line.body().split(",", 3)[2])));
            case "difference" -> differences.put(cells[2] + "," + cells[3], cells[4]);
            default -> standing.put(cells[2] + "," + cells[3], cells[4]);
        }
        if (line.signature().isEmpty()) {
            openLines++;
            return;
        }
        openLines = 0;
        if (!isSigned(line)) {
            faults.add("line " + line.sequence() + ": the signature is not of key " + publicKey);
        }
    }

    private boolean isSigned(PrintLine line) {
        try {
            byte[] key = PublicKey.ofHex(publicKey).bytes();
            byte[] encoded = new byte[X509_HEAD.length + key.length];
            System.arraycopy(X509_HEAD, 0, encoded, 0, X509_HEAD.length);
            System.arraycopy(key, 0, encoded, X509_HEAD.length, key.length);
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            signature.update(line.signedBytes());
            return signature.verify(HexFormat.of().parseHex(line.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    /** What is wrong with chain and signatures; empty if nothing is. */
    public List<String> faults() {
        return faults;
    }

    /** Lines read. */
    public long lines() {
        return lines;
    }

    /** Inputs of the last run. */
    public List<Input> inputs() {
        return inputs;
    }

    /** Methodology of the log. */
    public String methodology() {
        return methodology;
    }

    /** Key of the last run, hexadecimal. */
    public String publicKey() {
        return publicKey;
    }

    /** The last print of each {@code date,index}: value, contributors, low, high, status. */
    public Map<String, String> standing() {
        return standing;
    }

    /** What the last run found beside final prints. */
    public Map<String, String> differences() {
        return differences;
    }
}
