package org.calx.app.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Whether the exchange could listen. */
final class Ports {
    private Ports() {}

    static Finding http(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return Finding.good("Port", (port == 0 ? "any" : Integer.toString(port)) + " is free");
        } catch (IOException e) {
            return Finding.limited(
                    "Port", port + " is taken", "pass --http 0 for a free one, or end what listens there");
        }
    }
}
