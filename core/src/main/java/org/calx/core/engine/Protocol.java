package org.calx.core.engine;

import org.calx.model.ProtocolVersion;
import org.calx.model.RejectReason;

/** The version of its protocol that the venue is at: what depends on it asks {@link #has}. */
final class Protocol {
    private final ExchangeEvents events;
    private ProtocolVersion version = ProtocolVersion.FIRST;

    Protocol(ExchangeEvents events) {
        this.events = events;
    }

    /** Whether the venue does what came with this version. */
    boolean has(ProtocolVersion needed) {
        return version.compareTo(needed) >= 0;
    }

    ProtocolVersion version() {
        return version;
    }

    /**
     * Takes the venue to the next version. Which one is next is state, so a wrong number is refused alike by builds that know
     * it and by those that do not.
     *
     * @throws org.calx.model.UnknownProtocolVersionException if it is the next one and this build does not know it
     */
    RejectReason goTo(int number) {
        if (number != version.number() + 1) {
            return RejectReason.NOT_NEXT_PROTOCOL_VERSION;
        }
        version = ProtocolVersion.of(number);
        tell();
        return RejectReason.NONE;
    }

    /** Takes the version of a snapshot. */
    void restore(ProtocolVersion restored) {
        version = restored;
    }

    /** Tells which it is. */
    void tell() {
        events.protocolVersionSet(version.number());
    }
}
