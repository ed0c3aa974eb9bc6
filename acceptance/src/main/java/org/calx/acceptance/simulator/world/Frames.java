package org.calx.acceptance.simulator.world;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * A file as a row of frames with their lengths and checksums, as Aeron's archive keeps recordings: a torn or damaged
 * frame is noticed, and everything from there on is cut.
 */
public final class Frames {
    /** Length of what stands before a frame's content. */
    public static final int HEADER_BYTES = 8;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();
    private static final int SEED = 0x7E57;

    private final SimulatedFile file;
    private final CRC32C crc = new CRC32C();
    private final byte[] header = new byte[HEADER_BYTES];

    /** Who is shown frames. */
    public interface Reader {
        /** A whole frame; its content begins at an offset into the file's bytes, and it ends at a position. */
        void onFrame(byte[] bytes, int offset, int length, int endPosition);
    }

    /** The frames of a file. */
    public Frames(SimulatedFile file) {
        this.file = file;
    }

    /** Appends a frame. @return the position where it ends */
    public int append(byte[] content, int length) {
        INT.set(header, 0, length);
        INT.set(header, 4, checksum(content, 0, length));
        file.write(header, 0, HEADER_BYTES);
        file.write(content, 0, length);
        return file.length();
    }

    /** Shows all whole frames in order. @return where the last one ends; less than the file's length if it is damaged */
    public int read(Reader reader) {
        byte[] bytes = file.bytes();
        int position = 0;
        while (position + HEADER_BYTES <= file.length()) {
            int length = (int) INT.get(bytes, position);
            int begin = position + HEADER_BYTES;
            if (length < 0 || length > file.length() - begin) {
                break;
            }
            if ((int) INT.get(bytes, position + 4) != checksum(bytes, begin, length)) {
                break;
            }
            position = begin + length;
            reader.onFrame(bytes, begin, length, position);
        }
        return position;
    }

    /** Length of the frame that begins at a position. */
    public int lengthAt(int position) {
        return (int) INT.get(file.bytes(), position);
    }

    private int checksum(byte[] bytes, int offset, int length) {
        crc.reset();
        crc.update(SEED ^ length);
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
