package org.calx.acceptance.simulator.tally;

import java.util.Locale;

/** What is counted in a simulation. */
public enum Count {
    // The world
    TICKS,
    MESSAGES,
    DROPPED_MESSAGES,
    DOUBLED_MESSAGES,
    PARTITIONS,
    KILLS,
    POWER_LOSSES,
    BLACKOUTS,
    SENDER_KILLS,
    TORN_WRITES,
    LOST_SYNCS,
    BIT_FLIPS,

    // The members
    FAILOVERS,
    TRUNCATIONS,
    LOST_SENDS,
    SNAPSHOTS,
    SNAPSHOT_RECOVERIES,
    DAMAGED_SNAPSHOTS,
    DAMAGED_LOGS,
    TORN_COMMANDS,
    REPEATS_DROPPED,
    RESTORED_RECORDINGS,

    // The venue
    COMMANDS,
    EVENTS,
    ORDERS,
    TRADES,
    SETTLEMENTS,
    EXPIRIES,
    DISCONNECTS,
    COUNTDOWNS,
    PARAMETER_SETS,
    RISK_RULES,
    COMMODITY_SPREADS,
    ACCOUNTS_COUNTED,
    MARGIN_REJECTS,
    REJECTS,
    DUPLICATE_SENDS,
    IMAGES,

    // What was compared
    CHECKPOINTS,
    REPLIES_CHECKED,
    EVENTS_NOT_MODELLED,
    ANSWERS_CHECKED,
    READER_MOVES;

    /** The name in reports, such as {@code snapshotRecoveries}. */
    public String label() {
        StringBuilder label = new StringBuilder();
        for (String word : name().toLowerCase(Locale.ROOT).split("_")) {
            label.append(label.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return label.toString();
    }
}
