package org.calx.api.client;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.calx.api.codec.MessageHeaderEncoder;
import org.calx.api.codec.SignedCommandEncoder;
import org.calx.api.wire.CommandEncoder;

/** Puts a signature in front of an encoded command. Not thread-safe. */
final class CommandSignature {
    private static final int COMMAND_OFFSET = MessageHeaderEncoder.ENCODED_LENGTH + SignedCommandEncoder.BLOCK_LENGTH;

    private final SigningKey key;
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[COMMAND_OFFSET + CommandEncoder.MAX_LENGTH]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final SignedCommandEncoder encoder = new SignedCommandEncoder();

    CommandSignature(SigningKey key) {
        this.key = key;
    }

    /** Writes the signed command at the start of {@link #buffer()}. @return its length in bytes */
    int sign(DirectBuffer command, int length) {
        byte[] bytes = new byte[length];
        command.getBytes(0, bytes);
        encoder.wrapAndApplyHeader(buffer, 0, header).putSignature(key.sign(bytes), 0, SigningKey.SIGNATURE_BYTES);
        buffer.putBytes(COMMAND_OFFSET, bytes);
        return COMMAND_OFFSET + length;
    }

    DirectBuffer buffer() {
        return buffer;
    }
}
