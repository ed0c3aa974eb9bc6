package org.calx.app.config;

/**
 * An address to listen on or to call.
 *
 * @param host name or address
 * @param port 0 to 65,535; 0 is any free one
 */
public record HostPort(String host, int port) {
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
