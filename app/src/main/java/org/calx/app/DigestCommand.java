package org.calx.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.calx.cluster.StoppedNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calx digest}. */
@Command(name = "digest", description = "Print the state digest of a stopped exchange's data folder.")
final class DigestCommand implements Callable<Integer> {
    @Option(names = "--dir", required = true, paramLabel = "FOLDER", description = "Data folder.")
    private Path folder;

    @Option(names = "--from-log", description = "Replay the whole log, whatever the snapshots say.")
    private boolean fromLog;

    @Override
    public Integer call() {
        try (StoppedNode node = StoppedNodes.open(folder)) {
            System.out.println(text((fromLog ? node.stateFromLog() : node.state()).stateDigest()));
            return ExitCode.OK;
        }
    }

    /** A digest as 16 hexadecimal digits. */
    static String text(long digest) {
        return "%016x".formatted(digest);
    }
}
