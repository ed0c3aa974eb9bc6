package org.calx.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.calx.cluster.FolderInUseException;
import org.calx.cluster.NodeDigest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calx digest}. */
@Command(name = "digest", description = "Print the state digest of a stopped exchange's data folder.")
final class DigestCommand implements Callable<Integer> {
    @Option(names = "--dir", required = true, paramLabel = "FOLDER", description = "Data folder.")
    private Path folder;

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder.resolve("cluster"))) {
            throw new UserError(ExitCode.NOT_FOUND, "--dir: " + folder + " is not the data folder of an exchange");
        }
        try {
            System.out.println(text(NodeDigest.read(folder).stateDigest()));
            return ExitCode.OK;
        } catch (FolderInUseException e) {
            throw new UserError(ExitCode.CONFLICT, "--dir: " + e.getMessage(), e);
        }
    }

    /** A digest as 16 hexadecimal digits. */
    static String text(long digest) {
        return "%016x".formatted(digest);
    }
}
