package org.calx.cluster;

/**
 * Where a member of the cluster is reached. It uses five ports in a row, from the base: ingress, consensus, log, catch-up,
 * archive.
 *
 * @param host name or address
 * @param basePort first of the five ports
 */
public record MemberAddress(String host, int basePort) {
    private static final int PORTS = 5;

    /** @throws IllegalArgumentException if the ports are not all from 1 to 65535 */
    public MemberAddress {
        if (basePort < 1 || basePort + PORTS - 1 > 65_535) {
            throw new IllegalArgumentException(
                    "base port of a member: from 1 to " + (65_536 - PORTS) + ": " + basePort);
        }
    }

    String ingress() {
        return endpoint(0);
    }

    String archive() {
        return endpoint(4);
    }

    /** The member in the words of Aeron Cluster. */
    String describe(int memberId) {
        return memberId + "," + ingress() + "," + endpoint(1) + "," + endpoint(2) + "," + endpoint(3) + "," + archive();
    }

    private String endpoint(int port) {
        return host + ":" + (basePort + port);
    }
}
