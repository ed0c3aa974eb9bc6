package org.calx.app.demo;

/**
 * What a demo run may choose.
 *
 * @param dayNs real length of a venue day in nanoseconds, from 2 seconds to 24 hours
 * @param seed start of every random number of the trading programs
 * @param commandsPerSecond commands of all trading programs together in a second, 1 to 2,000
 */
public record DemoConfig(long dayNs, long seed, int commandsPerSecond) {

    /** Shortest venue day. */
    public static final long MIN_DAY_NS = 2_000_000_000L;
    /** Longest venue day: real time. */
    public static final long MAX_DAY_NS = 86_400_000_000_000L;
    /** Most commands in a second. */
    public static final int MAX_COMMANDS_PER_SECOND = 2_000;

    /** Ten seconds a day, 180 commands a second. */
    public static final DemoConfig DEFAULT = new DemoConfig(10_000_000_000L, 1, 180);

    public DemoConfig {
        if (dayNs < MIN_DAY_NS || dayNs > MAX_DAY_NS) {
            throw new IllegalArgumentException("a venue day lasts from 2 seconds to 24 hours, not " + dayNs + " ns");
        }
        if (commandsPerSecond < 1 || commandsPerSecond > MAX_COMMANDS_PER_SECOND) {
            throw new IllegalArgumentException(
                    "from 1 to " + MAX_COMMANDS_PER_SECOND + " commands a second, not " + commandsPerSecond);
        }
    }
}
