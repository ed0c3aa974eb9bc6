package org.calx.api.wire;

import org.calx.api.codec.DigestDecoder;
import org.calx.api.codec.DigestEncoder;
import org.calx.model.Digest;

/** A SHA-256 digest as the four integers that it has on the wire. */
public final class DigestCodec {
    private DigestCodec() {}

    /** Writes a digest. */
    public static void write(DigestEncoder encoder, Digest digest) {
        encoder.first(digest.first())
                .second(digest.second())
                .third(digest.third())
                .fourth(digest.fourth());
    }

    /** Reads a digest. */
    public static Digest read(DigestDecoder decoder) {
        return new Digest(decoder.first(), decoder.second(), decoder.third(), decoder.fourth());
    }
}
