package org.calx.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.calx.cluster.ClusterNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calx node}: one member of the cluster, until it is told to end. */
@Command(name = "node", description = "Run one member of the exchange's cluster.")
final class NodeCommand implements Callable<Integer> {
    @Option(names = "--config", required = true, paramLabel = "FILE", description = "Configuration file.")
    private Path file;

    @Override
    public Integer call() {
        return MemberProcess.run(file, ClusterNode::start);
    }
}
