package org.calx.gateway;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.calx.gateway.auth.KeyStore;
import org.calx.gateway.session.GatewayLimits;
import org.calx.gateway.shape.VenueNotes;

/**
 * How a gateway is set up.
 *
 * @param host address to listen on
 * @param port port to listen on, 0 for any free one
 * @param terminalFolder the built web terminal, if there is one
 * @param keys secrets of the keys that may sign in
 * @param notes what every user is to read; asked each time
 * @param limits what is taken before something is refused
 * @param clock wall clock, for tokens and signatures
 */
public record GatewayConfig(
        String host,
        int port,
        Optional<Path> terminalFolder,
        KeyStore keys,
        Supplier<VenueNotes> notes,
        GatewayLimits limits,
        InstantSource clock) {

    /** A gateway on this machine alone, without a terminal or notes. */
    public static GatewayConfig local(int port, KeyStore keys) {
        return at("127.0.0.1", port, keys);
    }

    /** A gateway that listens on an address of this machine, without a terminal or notes. */
    public static GatewayConfig at(String host, int port, KeyStore keys) {
        return new GatewayConfig(
                host,
                port,
                Optional.empty(),
                keys,
                () -> VenueNotes.NONE,
                GatewayLimits.defaults(),
                InstantSource.system());
    }

    /** The same with a web terminal. */
    public GatewayConfig withTerminal(Path folder) {
        return new GatewayConfig(host, port, Optional.of(folder), keys, notes, limits, clock);
    }

    /** The same with notes. */
    public GatewayConfig withNotes(Supplier<VenueNotes> newNotes) {
        return new GatewayConfig(host, port, terminalFolder, keys, newNotes, limits, clock);
    }

    /** The same with other limits. */
    public GatewayConfig withLimits(GatewayLimits newLimits) {
        return new GatewayConfig(host, port, terminalFolder, keys, notes, newLimits, clock);
    }

    /** The same with another clock. */
    public GatewayConfig withClock(InstantSource newClock) {
        return new GatewayConfig(host, port, terminalFolder, keys, notes, limits, newClock);
    }
}
