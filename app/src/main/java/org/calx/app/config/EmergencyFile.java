package org.calx.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.calx.cluster.MemberAddress;

/**
 * What a tool is given that orders something without a gateway.
 *
 * @param members the cluster's members
 * @param host this machine's name or address, as the members reach it
 * @param sender the sender that the key belongs to
 * @param key file of the private key
 * @param doors the members' operators' doors; may be empty where they are not needed
 */
public record EmergencyFile(List<MemberAddress> members, String host, int sender, Path key, List<HostPort> doors) {
    private static final Set<String> KEYS = Set.of("members", "host", "sender", "key", "doors");
    private static final int MAX_SENDER = 65_535;

    /** Reads a file. @throws org.calx.app.UserError if it is wrong */
    public static EmergencyFile read(Path file) {
        ConfigFile config = ConfigFile.read(file, KEYS);
        return new EmergencyFile(
                config.members(),
                config.text("host"),
                config.whole("sender", 1, MAX_SENDER),
                config.path("key"),
                config.addresses("doors"));
    }

    /** Reads a file that must name the door of every member. @throws org.calx.app.UserError if it is wrong */
    public static EmergencyFile readWithDoors(Path file) {
        EmergencyFile read = read(file);
        if (read.doors.size() != read.members.size()) {
            throw ConfigFile.read(file, KEYS)
                    .wrong("doors", "must be a list of host:port, the operators' door of each member");
        }
        return read;
    }
}
