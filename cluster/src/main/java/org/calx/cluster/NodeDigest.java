package org.calx.cluster;

import java.nio.file.Path;

/** Tells the state of a node that is not running, from its snapshot and its log. */
public final class NodeDigest {
    private NodeDigest() {}

    /**
     * Recovers the node in this folder as a single member without clients and tells its state. The recorded event stream
     * is not touched; the log gets a note of another term of leadership, which changes no state.
     *
     * @throws IllegalStateException if a node is running there or the folder holds none
     */
    public static NodeState read(Path directory) {
        if (!directory.resolve("cluster").toFile().isDirectory()) {
            throw new IllegalStateException("no node in " + directory);
        }
        try (ClusterNode node =
                ClusterNode.start(ClusterNodeConfig.single(directory).withoutRecording())) {
            return node.state();
        }
    }
}
