package org.calx.risk.publish;

/**
 * When something is published, and when a spare takes over.
 *
 * @param markMoveMicros a mark is published when it differs by at least this, above 0
 * @param arrayMoveBps an array when a loss differs by more than so many ten-thousandths of the greatest loss in force, from 1
 * @param heartbeatNs how often the active publisher shows that it is there when it publishes nothing, above 0
 * @param takeOverNs silence after which a spare takes over, above twice the heartbeat
 */
public record PublisherSettings(long markMoveMicros, int arrayMoveBps, long heartbeatNs, long takeOverNs) {

    /** Checks the ranges. @throws IllegalArgumentException outside them */
    public PublisherSettings {
        if (markMoveMicros < 1 || arrayMoveBps < 1 || heartbeatNs < 1 || takeOverNs <= 2 * heartbeatNs) {
            throw new IllegalArgumentException(
                    "moves are from 1, the heartbeat is above 0 and the take-over more than twice as long");
        }
    }

    /** A tenth of a cent, 1 %, 100 ms and 600 ms: with the exchange's answer a cause is told within a second. */
    public static PublisherSettings defaults() {
        return new PublisherSettings(1_000, 100, 100_000_000, 600_000_000);
    }
}
