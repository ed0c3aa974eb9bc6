package org.calx.bench.core;

import java.util.Random;
import org.calx.model.Side;

/**
 * Random order commands, the same for the same seed: new orders around a price, amendments and cancellations of orders entered
 * before. Orders are named by places in a table of live ones, so that the book keeps its size.
 *
 * @param commands each packed into one number, so that reading them takes little of what is measured
 */
public record CoreWorkload(long[] commands) {

    /** Enters an order at a place; the one that stands there is cancelled first. */
    public static final int SUBMIT = 0;

    /** Gives the order at a place a new price and quantity. */
    public static final int AMEND = 1;

    /** Cancels the order at a place. */
    public static final int CANCEL = 2;

    private static final int MID_TICKS = 250;
    private static final int DEPTH_TICKS = 15;
    private static final int MAX_LOTS = 10;

    private static final int FIELD_BITS = 16;
    private static final int FIELD_MASK = (1 << FIELD_BITS) - 1;

    /**
     * A share of aggressive orders, and the rest in equal parts passive orders, amendments and cancellations.
     *
     * @param commands how many
     * @param tableSize most live orders, at most 65,536
     * @param aggressivePercent new orders, in percent of all commands, that reach over the middle and usually trade
     */
    public static CoreWorkload of(long seed, int commands, int tableSize, int aggressivePercent) {
        Random random = new Random(seed);
        long[] packed = new long[commands];
        for (int i = 0; i < commands; i++) {
            boolean isAggressive = random.nextInt(100) < aggressivePercent;
            int kind = isAggressive ? SUBMIT : random.nextInt(3);
            int place = random.nextInt(tableSize);
            int away = isAggressive ? -2 : 1 + random.nextInt(DEPTH_TICKS);
            int priceTicks = sideAt(place) == Side.BUY ? MID_TICKS - away : MID_TICKS + away;
            int lots = 1 + random.nextInt(MAX_LOTS);
            packed[i] = ((long) kind << FIELD_BITS | place) << 2 * FIELD_BITS | (long) priceTicks << FIELD_BITS | lots;
        }
        return new CoreWorkload(packed);
    }

    /** {@link #SUBMIT}, {@link #AMEND} or {@link #CANCEL}. */
    static int kind(long command) {
        return (int) (command >>> 3 * FIELD_BITS);
    }

    /** Which order of the table. */
    static int place(long command) {
        return (int) (command >>> 2 * FIELD_BITS) & FIELD_MASK;
    }

    static int priceTicks(long command) {
        return (int) command >>> FIELD_BITS;
    }

    static int lots(long command) {
        return (int) command & FIELD_MASK;
    }

    /** The side of all orders at a place. */
    static Side sideAt(int place) {
        return (place & 1) == 0 ? Side.BUY : Side.SELL;
    }

    /** How many commands there are. */
    public int size() {
        return commands.length;
    }
}
