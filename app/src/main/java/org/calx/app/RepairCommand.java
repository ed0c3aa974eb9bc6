package org.calx.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.calx.cluster.NodeState;
import org.calx.cluster.StoppedNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calx repair}: gives up recorded events whose commands a single member's log has lost. */
@Command(
        name = "repair",
        description = "Give up recorded events whose commands the log of a stopped exchange has lost.")
final class RepairCommand implements Callable<Integer> {
    @Option(names = "--dir", required = true, paramLabel = "FOLDER", description = "Data folder.")
    private Path folder;

    @Override
    public Integer call() {
        try (StoppedNode node = StoppedNodes.open(folder)) {
            long cut = node.cutUnexplainedEvents();
            NodeState state = node.state();
            System.out.printf(
                    "%d events given up; the exchange goes on after event %d, state %s%n",
                    cut, state.lastEventSequence(), DigestCommand.text(state.stateDigest()));
            return ExitCode.OK;
        }
    }
}
