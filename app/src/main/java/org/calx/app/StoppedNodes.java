package org.calx.app;

import java.nio.file.Files;
import java.nio.file.Path;
import org.calx.cluster.FolderInUseException;
import org.calx.cluster.StoppedNode;

/** Opens the data folder that a user has named with {@code --dir}. */
public final class StoppedNodes {
    private StoppedNodes() {}

    /** @throws UserError if there is no node in the folder, or one that runs */
    public static StoppedNode open(Path folder) {
        if (!Files.isRegularFile(folder.resolve("cluster").resolve("recording.log"))) {
            throw new UserError(ExitCode.NOT_FOUND, "--dir: " + folder + " is not the data folder of an exchange");
        }
        try {
            return StoppedNode.open(folder);
        } catch (FolderInUseException e) {
            throw new UserError(ExitCode.CONFLICT, "--dir: " + e.getMessage(), e);
        }
    }
}
