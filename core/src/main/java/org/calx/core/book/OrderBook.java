package org.calx.core.book;

/**
 * The resting orders of one instrument in price-time priority.
 *
 * <p>Orders are named by their slot in the {@link Orders} pool that all books share. The book links and unlinks slots;
 * it never allocates or releases them. Prices are ticks, any {@code long} but the two extremes, negative ones included.
 * Quantities are lots, more than 0. Sides are {@link BookSide#BID} and {@link BookSide#ASK}.
 *
 * <p>Walking a side, for depth, auctions or snapshots:
 *
 * <pre>{@code
 * for (long price = book.bestTicks(side); price != OrderBook.noPrice(side); price = book.nextTicks(side, price)) {
 *     for (int slot = book.firstAt(side, price); slot != Orders.NONE; slot = book.nextInQueue(slot)) { ... }
 * }
 * }</pre>
 *
 * Resting the orders again in that order, both sides, in an empty book makes an equal book.
 */
public interface OrderBook {

    /** Best bid of a side without orders: worse than every price. */
    long NO_BID = Long.MIN_VALUE;

    /** Best ask of a side without orders: worse than every price. */
    long NO_ASK = Long.MAX_VALUE;

    /** The price that stands for "none" on this side. */
    static long noPrice(int side) {
        return side == BookSide.BID ? NO_BID : NO_ASK;
    }

    /** The instrument that this book trades; {@link Orders#instrumentId} of everything in it. */
    int instrumentId();

    /**
     * Matches an incoming order against the other side, best price first, oldest order first, at the resting prices.
     * It ends when the quantity is used up, the next price is beyond the limit, {@code maxFills} fills have been made
     * or the listener says stop. What then becomes of the lots left (rest, cancel, continue in a later command) is the
     * caller's business.
     *
     * @param side side of the incoming order
     * @param limitPriceTicks worst price to trade at, inclusive; for no limit {@code noPrice(opposite(side))}
     * @param quantityLots lots to fill, at least 0
     * @param maxFills most fills to make, at least 0; bounds the work of one call
     * @param listener hears each fill
     * @return lots left unfilled
     */
    long match(int side, long limitPriceTicks, long quantityLots, int maxFills, BookListener listener);

    /**
     * Lots that {@link #match} with the same arguments would fill if its listener never stopped it. Changes nothing.
     * A fill-or-kill order matches only when this equals its quantity.
     */
    long matchableLots(int side, long limitPriceTicks, long quantityLots, int maxFills);

    /**
     * Appends an order to the queue at its price, on its side, as {@link Orders} has them.
     *
     * @throws IllegalStateException when the order already rests or has no lots remaining
     */
    void rest(int slot);

    /**
     * Takes a resting order out of the book. Its slot stays allocated and may rest again, at the back of a queue.
     *
     * @throws IllegalStateException when the order does not rest
     */
    void cancel(int slot);

    /**
     * Lowers the remaining lots of a resting order, which keeps its place in the queue.
     *
     * @param newRemainingLots from 1 to the lots that remain
     * @throws IllegalStateException when the order does not rest
     * @throws IllegalArgumentException when the quantity is out of range
     */
    void reduce(int slot, long newRemainingLots);

    /** Whether neither side holds an order. */
    boolean isEmpty();

    /** Orders resting on a side. */
    int orderCount(int side);

    /** Price levels on a side. */
    int levelCount(int side);

    /** Best price of a side, or {@link #noPrice} of it. */
    long bestTicks(int side);

    /** Highest bid, or {@link #NO_BID}. */
    default long bestBidTicks() {
        return bestTicks(BookSide.BID);
    }

    /** Lowest ask, or {@link #NO_ASK}. */
    default long bestAskTicks() {
        return bestTicks(BookSide.ASK);
    }

    /** Lots at the best price of a side; 0 when it is empty. */
    default long bestLots(int side) {
        return lotsAt(side, bestTicks(side));
    }

    /**
     * The next price with orders that is worse than the given one, which need not be a level itself; {@link #noPrice}
     * of the side when there is none.
     */
    long nextTicks(int side, long priceTicks);

    /** Lots resting at a price; 0 when there is no such level. */
    long lotsAt(int side, long priceTicks);

    /** Orders resting at a price; 0 when there is no such level. */
    int ordersAt(int side, long priceTicks);

    /** Slot of the oldest order at a price, or {@link Orders#NONE}. */
    int firstAt(int side, long priceTicks);

    /** Slot of the order behind this resting one in the same queue, or {@link Orders#NONE}. */
    int nextInQueue(int slot);
}
