package org.calx.core.book;

/** Hears every fill of {@link OrderBook#match} as it happens, in priority order. */
@FunctionalInterface
public interface BookListener {

    /**
     * A resting order was filled, wholly or in part, at its own price.
     *
     * <p>The book already shows the fill when this is called: the order's remaining lots are lower, and an order with
     * none left is out of its queue. Its slot is still allocated, so every column of it, here and in the caller's own
     * tables, can be read. The one who listens owns it from now on and releases it with {@link Orders#release}, inside
     * this call or later. The book may be read from here but not changed.
     *
     * @param restingSlot slot of the resting order in {@link Orders}
     * @param restingOrderId its order id
     * @param restingAccountId its account
     * @param priceTicks price of the fill
     * @param quantityLots lots filled, more than 0
     * @param restingRemainingLots lots the resting order has left; 0 when it is done and out of the book
     * @return whether to go on matching; {@code false} ends the match after this fill, as market-maker protection needs
     */
    boolean onFill(
            int restingSlot,
            long restingOrderId,
            int restingAccountId,
            long priceTicks,
            long quantityLots,
            long restingRemainingLots);
}
