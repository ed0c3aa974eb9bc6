package org.calx.core.liveness;

/** How long the exchange waits, in nanoseconds of log time. */
public final class Periods {
    private static final long SECOND_NS = 1_000_000_000L;

    /** Silence of a sender with sessions, such as a gateway, after which its clients count as gone. */
    public static final long SILENCE_NS = 10 * SECOND_NS;

    /** Longest grace of a session. */
    public static final long MAX_GRACE_NS = 60 * SECOND_NS;

    /** Shortest countdown. */
    public static final long MIN_COUNTDOWN_NS = SECOND_NS;

    /** Longest countdown. */
    public static final long MAX_COUNTDOWN_NS = 24 * 3_600 * SECOND_NS;

    private Periods() {}

    /** Whether a session may have this grace. */
    public static boolean isGrace(long graceNs) {
        return graceNs >= 0 && graceNs <= MAX_GRACE_NS;
    }

    /** Whether a countdown may be this long; 0 disarms. */
    public static boolean isCountdown(long durationNs) {
        return durationNs == 0 || durationNs >= MIN_COUNTDOWN_NS && durationNs <= MAX_COUNTDOWN_NS;
    }
}
