package org.calx.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.calx.cluster.MemberAddress;

/**
 * What the emergency tool is given.
 *
 * @param members the cluster's members
 * @param host this machine's name or address, as the members reach it
 * @param sender the sender that the key belongs to
 * @param key file of the private key
 */
public record EmergencyFile(List<MemberAddress> members, String host, int sender, Path key) {
    private static final Set<String> KEYS = Set.of("members", "host", "sender", "key");
    private static final int MAX_SENDER = 65_535;

    /** Reads a file. @throws org.calx.app.UserError if it is wrong */
    public static EmergencyFile read(Path file) {
        ConfigFile config = ConfigFile.read(file, KEYS);
        return new EmergencyFile(
                config.members(), config.text("host"), config.whole("sender", 1, MAX_SENDER), config.path("key"));
    }
}
