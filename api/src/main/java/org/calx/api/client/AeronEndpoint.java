package org.calx.api.client;

/**
 * Where a node of the exchange is found.
 *
 * @param aeronDirectory directory of the media driver to use: the node's own, on the node's machine
 * @param ingressChannel channel into the log: {@code aeron:ipc} for a single member, {@code aeron:udp} for more
 * @param ingressEndpoints the members' ingress, {@code 0=host:port,1=host:port,...}; empty for {@code aeron:ipc}
 * @param egressChannel channel on which the cluster answers about sessions
 */
public record AeronEndpoint(
        String aeronDirectory, String ingressChannel, String ingressEndpoints, String egressChannel) {

    /** The single member whose media driver has this directory. */
    public static AeronEndpoint local(String aeronDirectory) {
        return new AeronEndpoint(aeronDirectory, "aeron:ipc", "", "aeron:ipc");
    }
}
