package org.calx.gateway.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The key that seals secrets: 256 bits, AES-GCM with a random 96-bit nonce for each sealing. */
public final class MasterKey {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    private MasterKey(byte[] bytes) {
        key = new SecretKeySpec(bytes, "AES");
    }

    /** Reads the key from a file that holds it in Base64; makes a new one, readable by its owner alone, if there is none. */
    public static MasterKey readOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(bytes);
                OwnerFiles.write(file, Base64.getEncoder().encodeToString(bytes) + "\n");
            }
            return new MasterKey(decode(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] decode(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
        byte[] bytes = Base64.getDecoder().decode(text);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(file + " does not hold " + KEY_BYTES + " bytes in Base64");
        }
        return bytes;
    }

    /** Encrypts a secret and binds it to a name. @return nonce and ciphertext in Base64 */
    String seal(String name, String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, name, nonce, secret.getBytes(StandardCharsets.UTF_8));
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return Base64.getEncoder().encodeToString(all);
    }

    /** The secret that was sealed with a name. @throws IllegalArgumentException if it was not, or with another key */
    String open(String name, String sealed) {
        byte[] all = Base64.getDecoder().decode(sealed);
        if (all.length < NONCE_BYTES) {
            throw new IllegalArgumentException("the secret of " + name + " is cut short");
        }
        byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
        byte[] text = Arrays.copyOfRange(all, NONCE_BYTES, all.length);
        return new String(crypt(Cipher.DECRYPT_MODE, name, nonce, text), StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, String name, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the secret of " + name + " was not sealed with this master key", e);
        }
    }
}
