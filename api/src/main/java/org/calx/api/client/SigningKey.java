package org.calx.api.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import org.calx.model.PublicKey;

/**
 * An Ed25519 key that signs commands (RFC 8032). In a file it is PKCS 8 in PEM, as {@code openssl genpkey -algorithm
 * ed25519} writes it; the file must belong to its owner alone.
 */
public final class SigningKey {
    /** Bytes of a signature. */
    public static final int SIGNATURE_BYTES = 64;

    private static final String ALGORITHM = "Ed25519";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final int SEED_BYTES = 32;

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private SigningKey(KeyPair pair) {
        privateKey = pair.getPrivate();
        byte[] encoded = pair.getPublic().getEncoded();
        publicKey = PublicKey.of(Arrays.copyOfRange(encoded, encoded.length - PublicKey.BYTES, encoded.length));
    }

    /** A new key from the system's randomness. */
    public static SigningKey generate() {
        byte[] seed = new byte[SEED_BYTES];
        new SecureRandom().nextBytes(seed);
        return ofSeed(seed);
    }

    /** The key that is made from these 32 bytes. */
    public static SigningKey ofSeed(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("a seed has " + SEED_BYTES + " bytes, not " + seed.length);
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
            return new SigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The key in this file.
     *
     * @throws IOException if the file cannot be read or holds no such key; the message names it
     */
    public static SigningKey load(Path file) throws IOException {
        String text = Files.readString(file).strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw new IOException(file + ": not a private key in PEM");
        }
        try {
            String base64 = text.substring(BEGIN.length(), text.length() - END.length());
            byte[] encoded = Base64.getMimeDecoder().decode(base64);
            KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return ofSeed(Arrays.copyOfRange(encoded, encoded.length - SEED_BYTES, encoded.length));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(file + ": not an Ed25519 private key", e);
        }
    }

    /** The key in this file, made and kept there if the file does not exist. */
    public static SigningKey open(Path file) throws IOException {
        if (Files.exists(file)) {
            return load(file);
        }
        SigningKey key = generate();
        key.save(file);
        return key;
    }

    /** Keeps the key in a new file that its owner alone may read. */
    public void save(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        if (posix) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        String base64 = Base64.getMimeEncoder().encodeToString(privateKey.getEncoded());
        Files.writeString(
                file,
                BEGIN + "\n" + base64 + "\n" + END + "\n",
                posix ? StandardOpenOption.WRITE : StandardOpenOption.CREATE_NEW);
    }

    /** The key that verifies what this one signs. */
    public PublicKey publicKey() {
        return publicKey;
    }

    /** The signature of these bytes; always the same for the same bytes. */
    public byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives the generator of keys the seed that it asks for: the JDK has no other way from a seed to a public key. */
    private static final class Seed extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
