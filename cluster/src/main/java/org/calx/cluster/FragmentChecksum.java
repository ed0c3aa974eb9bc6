package org.calx.cluster;

import io.aeron.archive.checksum.Checksum;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * CRC-32C of a recorded fragment, by which the archive tells a whole last fragment from a torn one after a kill. (Aeron's
 * own checksums reach into the JDK's internals, which would need another flag at every start.)
 */
public final class FragmentChecksum implements Checksum {
    private final UnsafeBuffer view = new UnsafeBuffer(0, 0);
    private final CRC32C crc = new CRC32C();
    private byte[] bytes = new byte[2_048];

    @Override
    public int compute(long address, int offset, int length) {
        if (bytes.length < length) {
            bytes = new byte[length];
        }
        view.wrap(address + offset, length);
        view.getBytes(0, bytes, 0, length);
        crc.reset();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
