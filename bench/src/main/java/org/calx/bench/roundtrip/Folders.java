package org.calx.bench.roundtrip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.agrona.IoUtil;

/** Folders for nodes that live as long as a measurement. */
public final class Folders {
    private Folders() {}

    /** A new folder. */
    public static Path make() throws IOException {
        return Files.createTempDirectory("calx-bench");
    }

    /** Removes a folder with all that is in it. */
    public static void remove(Path folder) {
        IoUtil.delete(folder.toFile(), true);
    }
}
