package org.calx.margin;

/**
 * Spreads of two legs between deltas that are known but for what working orders do: each lies between a low and a high value,
 * the same arithmetic at both ends.
 *
 * <p>A spread takes {@code min(|a| ÷ ratioA, |b| ÷ ratioB)} from two deltas of opposite signs. What remains of either never
 * falls when a or b rises, so the remainders of the low ends and those of the high ends are the ends of what can remain, after
 * one spread and after any number. Without orders the ends are one, and everything is exact.
 */
final class OpposedDeltas {
    private OpposedDeltas() {}

    /** The most spreads that deltas between the ends can form. Ratios divide all of them. */
    static long most(long[] low, long[] high, int a, long ratioA, int b, long ratioB) {
        long longA = Math.min(divide(positive(high[a]), ratioA), divide(positive(-low[b]), ratioB));
        long longB = Math.min(divide(positive(-low[a]), ratioA), divide(positive(high[b]), ratioB));
        return Math.max(longA, longB);
    }

    /** The spreads that they form wherever between the ends they are. */
    static long least(long[] low, long[] high, int a, long ratioA, int b, long ratioB) {
        long longA = Math.min(divide(positive(low[a]), ratioA), divide(positive(-high[b]), ratioB));
        long longB = Math.min(divide(positive(-high[a]), ratioA), divide(positive(low[b]), ratioB));
        return Math.max(longA, longB);
    }

    /** Takes the spreads of one end from its deltas. */
    static void consume(long[] deltas, int a, long ratioA, int b, long ratioB) {
        if (deltas[a] > 0 && deltas[b] < 0) {
            long spreads = Math.min(divide(deltas[a], ratioA), divide(-deltas[b], ratioB));
            deltas[a] -= spreads * ratioA;
            deltas[b] += spreads * ratioB;
        } else if (deltas[a] < 0 && deltas[b] > 0) {
            long spreads = Math.min(divide(-deltas[a], ratioA), divide(deltas[b], ratioB));
            deltas[a] += spreads * ratioA;
            deltas[b] -= spreads * ratioB;
        }
    }

    static long positive(long value) {
        return Math.max(0, value);
    }

    /** Most ratios are 1, and a division is dear. */
    private static long divide(long units, long ratio) {
        return ratio == 1 ? units : units / ratio;
    }
}
