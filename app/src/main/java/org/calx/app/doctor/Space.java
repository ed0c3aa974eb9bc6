package org.calx.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room for what the exchange writes. */
final class Space {
    private static final long NEEDED_DISK_MIB = 1_024;
    private static final long WANTED_SHARED_MIB = 512;
    private static final long MIB = 1L << 20;
    private static final Path SHARED = Path.of("/dev/shm");

    private Space() {}

    static Finding disk(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (!Files.isWritable(existing)) {
            return Finding.lacking("Disk", existing + " cannot be written", "choose another folder with --dir");
        }
        try {
            long mib = Files.getFileStore(existing).getUsableSpace() / MIB;
            String text = mib + " MiB free for " + folder.toAbsolutePath();
            if (mib < NEEDED_DISK_MIB) {
                return Finding.lacking("Disk", text, "free " + NEEDED_DISK_MIB + " MiB or choose another with --dir");
            }
            return Finding.good("Disk", text);
        } catch (IOException e) {
            return Finding.limited("Disk", "could not be measured: " + e.getMessage(), "look at " + existing);
        }
    }

    /** The message buffers lie in shared memory where the system has it: containers often get 64 MiB only. */
    static Finding sharedMemory() {
        if (!Files.isDirectory(SHARED)) {
            return Finding.good("Shared mem", "no /dev/shm; the data folder serves");
        }
        try {
            long mib = Files.getFileStore(SHARED).getUsableSpace() / MIB;
            if (mib < WANTED_SHARED_MIB) {
                return Finding.limited(
                        "Shared mem",
                        mib + " MiB free in /dev/shm: the message buffers lie on disk instead",
                        "free " + WANTED_SHARED_MIB + " MiB; in a container pass --shm-size=1g");
            }
            return Finding.good("Shared mem", mib + " MiB free in /dev/shm");
        } catch (IOException e) {
            return Finding.limited("Shared mem", "could not be measured: " + e.getMessage(), "look at /dev/shm");
        }
    }
}
