package org.calx.model;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** A SHA-256 digest, its 32 bytes as four integers with the first byte highest. */
public record Digest(long first, long second, long third, long fourth) {
    /** Bytes of a digest. */
    public static final int BYTES = 32;

    /** The digest with these 32 bytes. */
    public static Digest of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a digest has " + BYTES + " bytes, not " + bytes.length);
        }
        ByteBuffer words = ByteBuffer.wrap(bytes);
        return new Digest(words.getLong(), words.getLong(), words.getLong(), words.getLong());
    }

    /** The digest in 64 hexadecimal digits. @throws IllegalArgumentException if it is not */
    public static Digest ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** Its bytes as 64 hexadecimal digits. */
    public String hex() {
        ByteBuffer words = ByteBuffer.allocate(BYTES);
        words.putLong(first).putLong(second).putLong(third).putLong(fourth);
        return HexFormat.of().formatHex(words.array());
    }
}
