package org.calx.app.emergency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.calx.api.client.AeronEndpoint;
import org.calx.api.client.SigningKey;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.app.config.EmergencyFile;
import org.calx.app.demo.DemoRoster;
import org.calx.cluster.ClientDriver;
import org.calx.cluster.ClusterNode;
import org.calx.cluster.IdleMode;
import org.calx.cluster.MemberAddress;

/**
 * Where to and as whom.
 *
 * @param members the cluster's members; empty for the single member in {@code folder}
 * @param host this machine, as the members reach it
 * @param folder data folder of a single member on this machine, null for a cluster
 * @param sender the sender to be
 * @param key what it signs with
 */
public record EmergencySettings(List<MemberAddress> members, String host, Path folder, int sender, SigningKey key) {

    /** The settings of a cluster, from a file. */
    public static EmergencySettings ofFile(Path file) {
        return of(EmergencyFile.read(file));
    }

    /** The settings that a file holds. */
    static EmergencySettings of(EmergencyFile read) {
        return new EmergencySettings(read.members(), read.host(), null, read.sender(), load(read.key()));
    }

    /** The settings of the demo that runs in this folder, on members of its own or in one process. */
    static EmergencySettings ofDemo(Path folder) {
        Path ofCluster = folder.resolve("emergency.conf");
        if (Files.isRegularFile(ofCluster)) {
            return ofFile(ofCluster);
        }
        Path key = folder.resolve("emergency.pem");
        if (!Files.isRegularFile(key)) {
            throw new UserError(ExitCode.NOT_FOUND, "--dir: " + folder + " is not the data folder of a demo");
        }
        return new EmergencySettings(List.of(), "localhost", folder, DemoRoster.EMERGENCY_SENDER, load(key));
    }

    /** The media driver of its own that a cluster needs; nothing for a single member. */
    AutoCloseable driver() {
        return folder == null ? ClientDriver.start(IdleMode.BACKOFF) : () -> {};
    }

    AeronEndpoint endpoint(AutoCloseable driver) {
        return driver instanceof ClientDriver own ? own.endpoint(members, host) : ClusterNode.endpointOf(folder);
    }

    private static SigningKey load(Path file) {
        try {
            return SigningKey.load(file);
        } catch (IOException e) {
            throw new UserError(ExitCode.USAGE, "the key cannot be read: " + e.getMessage(), e);
        }
    }
}
