package org.calx.cluster;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares states of nodes; what they have counted since they were started is their own. */
final class NodeStates {
    private NodeStates() {}

    static void assertSame(NodeState actual, NodeState expected) {
        assertThat(actual.lastEventSequence()).isEqualTo(expected.lastEventSequence());
        assertThat(actual.stateDigest()).isEqualTo(expected.stateDigest());
    }
}
