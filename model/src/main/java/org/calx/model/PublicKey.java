package org.calx.model;

import java.util.HexFormat;

/**
 * An Ed25519 public key (RFC 8032), its 32 bytes as four integers with the first byte highest.
 *
 * <p>All zero, {@link #NONE}, is no key.
 */
public record PublicKey(long first, long second, long third, long fourth) {
    /** Bytes of a key. */
    public static final int BYTES = 32;

    /** No key. */
    public static final PublicKey NONE = new PublicKey(0, 0, 0, 0);

    /** The key with these 32 bytes. */
    public static PublicKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a public key has " + BYTES + " bytes, not " + bytes.length);
        }
        return new PublicKey(word(bytes, 0), word(bytes, 8), word(bytes, 16), word(bytes, 24));
    }

    /** The key in 64 hexadecimal digits. */
    public static PublicKey ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** Its 32 bytes. */
    public byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        put(bytes, 0, first);
        put(bytes, 8, second);
        put(bytes, 16, third);
        put(bytes, 24, fourth);
        return bytes;
    }

    /** Its bytes as 64 hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    private static long word(byte[] bytes, int from) {
        long word = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            word = word << Byte.SIZE | bytes[i] & 0xFF;
        }
        return word;
    }

    private static void put(byte[] bytes, int from, long word) {
        for (int i = 0; i < Long.BYTES; i++) {
            bytes[from + i] = (byte) (word >>> (Long.BYTES - 1 - i) * Byte.SIZE);
        }
    }
}
