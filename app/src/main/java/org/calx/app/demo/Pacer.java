package org.calx.app.demo;

/** Hands out turns at a steady rate. What is missed beyond a tenth of a second is not made up for. */
final class Pacer {

    private static final long SECOND_NS = 1_000_000_000L;
    private static final long MOST_ARREARS_NS = SECOND_NS / 10;

    private final long turnNs;
    private long nextTurnNs;

    Pacer(int turnsPerSecond, long nowNs) {
        turnNs = SECOND_NS / turnsPerSecond;
        nextTurnNs = nowNs;
    }

    /** Whether a turn is due; it is then used up. */
    boolean takeTurn(long nowNs) {
        if (nowNs - nextTurnNs < 0) {
            return false;
        }
        nextTurnNs = Math.max(nextTurnNs, nowNs - MOST_ARREARS_NS) + turnNs;
        return true;
    }
}
