package org.calx.cluster;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;
import org.calx.api.codec.CommandEnvelopeDecoder;
import org.calx.api.codec.GroupSizeEncodingDecoder;
import org.calx.api.codec.MarginTermsDecoder;
import org.calx.api.codec.MessageHeaderDecoder;
import org.calx.api.codec.SignedCommandDecoder;
import org.calx.api.codec.StageParametersDecoder;
import org.calx.api.codec.SubmitOrderDecoder;
import org.calx.core.engine.CommandHeader;
import org.calx.model.Rating;

/**
 * The bounds of one message of the log. Bytes from outside are checked against it before any field is read, by the same
 * rules on every replica and whatever the buffer's own bounds checks are set to.
 */
final class CommandFrame {
    /** A place after the end of any message. */
    private static final long BEYOND = Integer.MAX_VALUE;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final GroupSizeEncodingDecoder group = new GroupSizeEncodingDecoder();
    private DirectBuffer buffer;
    private int bodyOffset;
    private int end;
    private boolean isKnown;

    /** Lays the frame over a message. @return whether it begins as a command of this schema does */
    boolean wrap(DirectBuffer message, int offset, int length) {
        if (length < MessageHeaderDecoder.ENCODED_LENGTH) {
            return false;
        }
        header.wrap(message, offset);
        buffer = message;
        bodyOffset = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        end = offset + length;
        isKnown = false;
        return header.schemaId() == SubmitOrderDecoder.SCHEMA_ID;
    }

    /**
     * Takes the signature off, if the message is a signed command, and goes on with what was signed.
     *
     * @return false if what was signed does not begin as a command does
     */
    boolean takeSignature(CommandHeader command) {
        command.signed(null, null);
        if (header.templateId() != SignedCommandDecoder.TEMPLATE_ID) {
            return true;
        }
        int signedOffset = bodyOffset + SignedCommandDecoder.BLOCK_LENGTH;
        if (header.blockLength() != SignedCommandDecoder.BLOCK_LENGTH || signedOffset > end) {
            return false;
        }
        byte[] signature = bytes(bodyOffset, signedOffset);
        command.signed(bytes(signedOffset, end), signature);
        return wrap(buffer, signedOffset, end - signedOffset)
                && header.templateId() != SignedCommandDecoder.TEMPLATE_ID;
    }

    DirectBuffer buffer() {
        return buffer;
    }

    int bodyOffset() {
        return bodyOffset;
    }

    int templateId() {
        return header.templateId();
    }

    /** Whether a decoder has known the template and asked whether the message {@link #fits} it. */
    boolean isKnown() {
        return isKnown;
    }

    /** Whether the message can be a command, known or not: a template of theirs, and room for an envelope. */
    boolean isCommand() {
        return header.templateId() >= 1
                && header.templateId() < SignedCommandDecoder.TEMPLATE_ID
                && header.blockLength() >= CommandEnvelopeDecoder.ENCODED_LENGTH
                && end - bodyOffset >= header.blockLength();
    }

    /** Whether the message is exactly a block of this length and so many texts in proper UTF-8. */
    boolean fits(int blockLength, int texts) {
        isKnown = true;
        if (header.blockLength() != blockLength) {
            return false;
        }
        int position = bodyOffset + blockLength;
        for (int i = 0; i < texts; i++) {
            if (position >= end) {
                return false;
            }
            int next = position + 1 + (buffer.getByte(position) & 0xFF);
            if (next > end || !properText(position + 1, next)) {
                return false;
            }
            position = next;
        }
        return position == end;
    }

    /** Whether the message is exactly a block of this length and groups with entries of these lengths. */
    boolean fitsGroups(int blockLength, int... entryLengths) {
        isKnown = true;
        if (header.blockLength() != blockLength) {
            return false;
        }
        long position = (long) bodyOffset + blockLength;
        for (int entryLength : entryLengths) {
            position = afterGroup(position, entryLength);
        }
        return position == end;
    }

    /** Where a group with entries of this length ends; beyond the message if there is none, or not all of it. */
    private long afterGroup(long position, int entryLength) {
        if (position + GroupSizeEncodingDecoder.ENCODED_LENGTH > end) {
            return BEYOND;
        }
        group.wrap(buffer, (int) position);
        return group.blockLength() == entryLength
                ? position + GroupSizeEncodingDecoder.ENCODED_LENGTH + (long) entryLength * group.numInGroup()
                : BEYOND;
    }

    /** Whether the message is exactly a block of this length and margin terms as its variable data. */
    boolean fitsTerms(int blockLength) {
        isKnown = true;
        int lengthOffset = bodyOffset + blockLength;
        int termsOffset = lengthOffset + StageParametersDecoder.termsHeaderLength();
        return header.blockLength() == blockLength
                && termsOffset <= end
                && termsOffset + (buffer.getShort(lengthOffset, ByteOrder.LITTLE_ENDIAN) & 0xFFFF) == end
                && isTerms(termsOffset);
    }

    private boolean isTerms(int offset) {
        CommandFrame terms = new CommandFrame();
        return terms.wrap(buffer, offset, end - offset)
                && terms.templateId() == MarginTermsDecoder.TEMPLATE_ID
                && terms.header.blockLength() == MarginTermsDecoder.BLOCK_LENGTH
                && terms.fitsTermsGroups()
                && known(
                        (short) (buffer.getByte(terms.bodyOffset + MarginTermsDecoder.hasSpreadsEncodingOffset())
                                & 0xFF),
                        2);
    }

    /** Whether the groups of margin terms fill the message, and every rating is one. */
    private boolean fitsTermsGroups() {
        long position = (long) bodyOffset + MarginTermsDecoder.BLOCK_LENGTH;
        position = afterGroup(position, MarginTermsDecoder.ArraysDecoder.sbeBlockLength());
        position = afterGroup(position, MarginTermsDecoder.TiersDecoder.sbeBlockLength());
        position = afterGroup(position, MarginTermsDecoder.CalendarSpreadsDecoder.sbeBlockLength());
        position = afterGroup(position, MarginTermsDecoder.DeliveryChargesDecoder.sbeBlockLength());
        position = afterGroup(position, MarginTermsDecoder.SpreadsDecoder.sbeBlockLength());
        position = afterGrids(position);
        int ratingLength = MarginTermsDecoder.RatingsDecoder.sbeBlockLength();
        if (afterGroup(position, ratingLength) != end) {
            return false;
        }
        int last = end - ratingLength + MarginTermsDecoder.RatingsDecoder.ratingEncodingOffset();
        for (int code = last; code > position + GroupSizeEncodingDecoder.ENCODED_LENGTH; code -= ratingLength) {
            if (!known((short) (buffer.getByte(code) & 0xFF), Rating.count())) {
                return false;
            }
        }
        return true;
    }

    /** Where a group of grids ends, each with a group of its losses. */
    private long afterGrids(long position) {
        int gridLength = MarginTermsDecoder.GridsDecoder.sbeBlockLength();
        if (afterGroup(position, gridLength) == BEYOND) {
            return BEYOND;
        }
        long next = position + GroupSizeEncodingDecoder.ENCODED_LENGTH;
        for (int left = group.numInGroup(); left > 0; left--) {
            next = afterGroup(next + gridLength, MarginTermsDecoder.GridsDecoder.LossesDecoder.sbeBlockLength());
        }
        return next;
    }

    /** Copies the sender's part into the core's header. */
    void envelope(CommandEnvelopeDecoder envelope, CommandHeader command) {
        command.senderId = envelope.senderId();
        command.epoch = envelope.epoch();
        command.sequence = envelope.sequence();
    }

    /** Whether a raw code is one of an enum's values. */
    static boolean known(short raw, int count) {
        return raw >= 0 && raw < count;
    }

    private boolean properText(int from, int to) {
        byte[] bytes = bytes(from, to);
        return new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8).length == bytes.length;
    }

    private byte[] bytes(int from, int to) {
        byte[] bytes = new byte[to - from];
        buffer.getBytes(from, bytes);
        return bytes;
    }
}
