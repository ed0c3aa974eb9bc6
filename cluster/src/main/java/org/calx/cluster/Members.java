package org.calx.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** The cluster's members in the words of Aeron Cluster. */
final class Members {
    private static final int PORTS = 5;

    private Members() {}

    static String describe(ClusterNodeConfig config) {
        if (config.isSingle()) {
            return "0," + String.join(",", freeLocalEndpoints());
        }
        StringBuilder text = new StringBuilder();
        for (int id = 0; id < config.members().size(); id++) {
            text.append(id == 0 ? "" : "|").append(config.members().get(id).describe(id));
        }
        return text.toString();
    }

    /** The members' ingress in the words of Aeron Cluster. */
    static String ingressEndpoints(List<MemberAddress> members) {
        StringBuilder text = new StringBuilder();
        for (int id = 0; id < members.size(); id++) {
            text.append(id == 0 ? "" : ",")
                    .append(id)
                    .append('=')
                    .append(members.get(id).ingress());
        }
        return text.toString();
    }

    static String host(ClusterNodeConfig config) {
        return config.isSingle()
                ? "localhost"
                : config.members().get(config.memberId()).host();
    }

    /** A single member talks to nobody by network, but Aeron wants addresses for it. */
    private static List<String> freeLocalEndpoints() {
        List<DatagramSocket> sockets = new ArrayList<>();
        List<String> endpoints = new ArrayList<>();
        try {
            for (int i = 0; i < PORTS; i++) {
                DatagramSocket socket =
                        new DatagramSocket(new InetSocketAddress(InetAddress.getByName("localhost"), 0));
                sockets.add(socket);
                endpoints.add("localhost:" + socket.getLocalPort());
            }
            return endpoints;
        } catch (IOException e) {
            throw new UncheckedIOException("no free local port", e);
        } finally {
            sockets.forEach(DatagramSocket::close);
        }
    }
}
