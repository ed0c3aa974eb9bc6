package org.calx.app.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.calx.app.ExitCode;
import org.calx.app.StoppedNodes;
import org.calx.app.UserError;
import org.calx.cluster.NodeState;
import org.calx.cluster.StoppedNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calx export}. */
@Command(name = "export", description = "Write orders, positions and balances of a stopped exchange as CSV.")
public final class ExportCommand implements Callable<Integer> {
    @Option(names = "--dir", required = true, paramLabel = "FOLDER", description = "Data folder.")
    private Path folder;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where the files go (default: export in --dir).")
    private Path out;

    @Override
    public Integer call() {
        Path target = out == null ? folder.resolve("export") : out;
        try (StoppedNode node = StoppedNodes.open(folder);
                StateTables tables = StateTables.create(makeFolder(target))) {
            NodeState state = node.tellState(tables);
            System.out.printf(
                    "%d orders, %d positions, %d balances as of event %d, state %016x, in %s%n",
                    tables.orders(),
                    tables.positions(),
                    tables.balances(),
                    state.lastEventSequence(),
                    state.stateDigest(),
                    target);
            return ExitCode.OK;
        } catch (IOException e) {
            throw new UserError(ExitCode.FAILED, "--out: " + target + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static Path makeFolder(Path target) {
        try {
            return Files.createDirectories(target);
        } catch (IOException e) {
            throw new UserError(ExitCode.USAGE, "--out: " + target + " is not a folder and cannot be made", e);
        }
    }
}
