package org.calx.app.config;

import java.nio.file.Path;
import java.util.List;
import org.calx.cluster.IdleMode;
import org.calx.cluster.MemberAddress;

/**
 * Where an exchange is that a program reads: a gateway's file says it too, and its other lines are passed over.
 *
 * @param members the cluster's members
 * @param host this machine's name or address, as the members reach it
 * @param idle what the media driver does when there is nothing to do
 */
public record ExchangeSettings(List<MemberAddress> members, String host, IdleMode idle) {

    /** Reads a file. @throws org.calx.app.UserError if it is wrong */
    public static ExchangeSettings read(Path file) {
        ConfigFile config = ConfigFile.read(file, GatewaySettings.KEYS);
        return new ExchangeSettings(
                config.members(), config.text("host"), config.oneOf("idle", IdleMode.class, IdleMode.BACKOFF));
    }
}
