package org.calx.bench.core;

import java.util.Random;
import org.calx.model.Side;

/**
 * Random order commands in arrays, the same for the same seed: new orders around a price, amendments and cancellations of
 * orders entered before. Orders are named by places in a table of live ones, so that the book keeps its size.
 *
 * @param kinds {@link #SUBMIT}, {@link #AMEND} or {@link #CANCEL}
 * @param places which order of the table
 * @param sides sides of new orders
 * @param priceTicks prices
 * @param lots quantities
 */
public record CoreWorkload(byte[] kinds, int[] places, Side[] sides, int[] priceTicks, int[] lots) {

    /** Enters an order at a place; the one that stands there is cancelled first. */
    public static final byte SUBMIT = 0;

    /** Gives the order at a place a new price and quantity. */
    public static final byte AMEND = 1;

    /** Cancels the order at a place. */
    public static final byte CANCEL = 2;

    private static final int MID_TICKS = 250;
    private static final int DEPTH_TICKS = 15;
    private static final int MAX_LOTS = 10;

    /**
     * A share of aggressive orders, and the rest in equal parts passive orders, amendments and cancellations.
     *
     * @param commands how many
     * @param tableSize most live orders
     * @param aggressivePercent new orders, in percent of all commands, that reach over the middle and usually trade
     */
    public static CoreWorkload of(long seed, int commands, int tableSize, int aggressivePercent) {
        Random random = new Random(seed);
        byte[] kinds = new byte[commands];
        int[] places = new int[commands];
        Side[] sides = new Side[commands];
        int[] prices = new int[commands];
        int[] lots = new int[commands];
        for (int i = 0; i < commands; i++) {
            boolean isAggressive = random.nextInt(100) < aggressivePercent;
            kinds[i] = isAggressive ? SUBMIT : (byte) random.nextInt(3);
            places[i] = random.nextInt(tableSize);
            sides[i] = sideOf(places[i]);
            int away = isAggressive ? -2 : 1 + random.nextInt(DEPTH_TICKS);
            prices[i] = sides[i] == Side.BUY ? MID_TICKS - away : MID_TICKS + away;
            lots[i] = 1 + random.nextInt(MAX_LOTS);
        }
        return new CoreWorkload(kinds, places, sides, prices, lots);
    }

    private static Side sideOf(int place) {
        return (place & 1) == 0 ? Side.BUY : Side.SELL;
    }

    /** How many commands there are. */
    public int size() {
        return kinds.length;
    }
}
