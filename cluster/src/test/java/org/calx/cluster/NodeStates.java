package org.calx.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** Reads and compares states of nodes; what they have counted since they were started is their own. */
final class NodeStates {
    private NodeStates() {}

    /** The state of the node whose files are in this folder. */
    static NodeState ofStopped(Path folder) {
        try (StoppedNode node = StoppedNode.open(folder)) {
            return node.state();
        }
    }

    static void assertSame(NodeState actual, NodeState expected) {
        assertThat(actual.lastEventSequence()).isEqualTo(expected.lastEventSequence());
        assertThat(actual.stateDigest()).isEqualTo(expected.stateDigest());
    }
}
