package org.calx.app.local;

import java.util.List;

/** Where the members of a cluster on this machine are, for each other and for those who use them. */
public interface Network {
    /** All on the loopback interface, with ports of their own. */
    Network LOOPBACK = new Network() {
        @Override
        public String memberHost(int member) {
            return "localhost";
        }

        @Override
        public String clientHost() {
            return "localhost";
        }

        @Override
        public List<String> memberPrefix(int member) {
            return List.of();
        }
    };

    /** A member's address. */
    String memberHost(int member);

    /** The address of gateways and other clients, as the members reach it. */
    String clientHost();

    /** What starts a member's process where its address is: a command in front of its own. */
    List<String> memberPrefix(int member);
}
