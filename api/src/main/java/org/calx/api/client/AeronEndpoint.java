package org.calx.api.client;

import java.util.List;

/**
 * Where the exchange is found.
 *
 * @param aeronDirectory directory of the media driver to use: the node's own on the node's machine, else the program's own
 * @param ingressChannel channel into the log: {@code aeron:ipc} for a single member, {@code aeron:udp} for more
 * @param ingressEndpoints the members' ingress, {@code 0=host:port,1=host:port,...}; empty for {@code aeron:ipc}
 * @param egressChannel channel on which members answer; the stream's copies come on it too
 * @param archives the members' archives, {@code host:port}, from which the event stream is read; empty to read that of the
 *     node whose media driver is used
 */
public record AeronEndpoint(
        String aeronDirectory,
        String ingressChannel,
        String ingressEndpoints,
        String egressChannel,
        List<String> archives) {

    public AeronEndpoint {
        archives = List.copyOf(archives);
    }

    /** The single member whose media driver has this directory. */
    public static AeronEndpoint local(String aeronDirectory) {
        return new AeronEndpoint(aeronDirectory, "aeron:ipc", "", "aeron:ipc", List.of());
    }
}
