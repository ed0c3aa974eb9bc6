package org.calx.core.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.calx.model.PublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the test vectors of RFC 8032, section 7.1. */
class Ed25519Test {
    private static final String KEY_2 = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
    private static final String SIGNATURE_2 = "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";

    @ParameterizedTest
    @CsvSource({
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0"
                + "595bbe24655141438e7a100b",
        KEY_2 + ", 72," + SIGNATURE_2,
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025, af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9"
                + "716ed28dc027beceea1ec40a",
    })
    void verifiesThePublishedSignatures(String key, String message, String signature) {
        assertThat(Ed25519.verify(PublicKey.ofHex(key), bytes(message), bytes(signature)))
                .isTrue();
    }

    @Test
    void refusesAnyOtherMessageKeyOrSignature() {
        PublicKey key = PublicKey.ofHex(KEY_2);
        assertThat(Ed25519.verify(key, bytes("73"), bytes(SIGNATURE_2))).isFalse();
        assertThat(Ed25519.verify(key, bytes("72"), bytes(SIGNATURE_2.replace("92a0", "92a1"))))
                .isFalse();
        assertThat(Ed25519.verify(key, bytes("72"), new byte[64])).isFalse();
        assertThat(Ed25519.verify(key, bytes("72"), new byte[63])).isFalse();
        assertThat(Ed25519.verify(PublicKey.ofHex(KEY_2.replace("3d40", "3d41")), bytes("72"), bytes(SIGNATURE_2)))
                .isFalse();
    }

    /** Adding the group's order to the second half gives the same equation; RFC 8032, section 5.1.7 forbids it. */
    @Test
    void refusesTheSameSignatureInAnotherForm() {
        byte[] signature = bytes(SIGNATURE_2);
        byte[] order = bytes("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        int carry = 0;
        for (int i = 0; i < order.length; i++) {
            carry += (signature[32 + i] & 0xFF) + (order[i] & 0xFF);
            signature[32 + i] = (byte) carry;
            carry >>>= Byte.SIZE;
        }
        assertThat(Ed25519.verify(PublicKey.ofHex(KEY_2), bytes("72"), signature))
                .isFalse();
    }

    @Test
    void tellsKeysFromBytesThatAreNone() {
        assertThat(Ed25519.isKey(PublicKey.ofHex(KEY_2))).isTrue();
        assertThat(Ed25519.isKey(new PublicKey(-1, -1, -1, -1))).isFalse();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
