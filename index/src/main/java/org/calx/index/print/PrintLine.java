package org.calx.index.print;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One line of the log of prints: {@code sequence}, {@code body}, {@code hash}, {@code signature}, tabs between.
 *
 * @param sequence from 1
 * @param body what is published; commas between its cells, no tab
 * @param hash hexadecimal SHA-256 of the last line's hash (64 zeros before the first), a line feed, the sequence, a tab, and the
 *     body
 * @param signature hexadecimal Ed25519 signature of the bytes of the hash's text; empty where the next signature in the run stands for it
 */
record PrintLine(long sequence, String body, String hash, String signature) {
    static final String FIRST_HASH = "0".repeat(64);
    private static final int CELLS = 4;

    static String hash(String previousHash, long sequence, String body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String text = previousHash + "\n" + sequence + "\t" + body;
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String text() {
        return sequence + "\t" + body + "\t" + hash + "\t" + signature;
    }

    /** A line from its text; null if it has not the form of one. */
    static PrintLine parse(String text) {
        String[] cells = text.split("\t", -1);
        if (cells.length != CELLS || !cells[0].matches("[1-9][0-9]{0,17}")) {
            return null;
        }
        return new PrintLine(Long.parseLong(cells[0]), cells[1], cells[2], cells[3]);
    }

    byte[] signedBytes() {
        return hash.getBytes(StandardCharsets.US_ASCII);
    }
}
