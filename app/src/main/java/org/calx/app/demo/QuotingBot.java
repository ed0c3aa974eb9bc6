package org.calx.app.demo;

import java.util.Optional;
import java.util.SplittableRandom;
import org.calx.model.Currency;
import org.calx.model.InstrumentSpec;
import org.calx.model.Side;

/**
 * Quotes both sides of every month, near the middle or at a distance from it. It leans its quotes against its position,
 * requotes when its view or a fill makes them wrong, mostly by amending and sometimes by cancelling and quoting anew, and
 * when margin is short it quotes only what makes its position smaller.
 */
final class QuotingBot implements Bot {

    private static final int FRONT_PERCENT = 40;
    private static final long FRONT_HALF_SPREAD_TICKS = 1;
    private static final long LATER_HALF_SPREAD_TICKS = 2;
    private static final long LOTS_PER_SKEW_TICK = 30;
    private static final long MAX_SKEW_TICKS = 6;
    private static final long MIN_LOTS = 5;
    private static final long MAX_LOTS = 25;
    /** Further from the middle there is more: lots added for each tick of distance. */
    private static final long LOTS_PER_DISTANT_TICK = 5;

    private static final int CANCEL_PERCENT = 25;

    private final OrderDesk desk;
    private final VenueView venue;
    private final Sentiment sentiment;
    private final MonthPicker picker;
    private final SplittableRandom random;
    private final long distanceTicks;

    /** @param distanceTicks how much further from the middle than the narrowest quotes */
    QuotingBot(OrderDesk desk, VenueView venue, Sentiment sentiment, SplittableRandom random, long distanceTicks) {
        this.desk = desk;
        this.venue = venue;
        this.sentiment = sentiment;
        this.random = random;
        this.distanceTicks = distanceTicks;
        picker = new MonthPicker(venue, random, FRONT_PERCENT);
    }

    @Override
    public AccountView account() {
        return desk.account();
    }

    @Override
    public void act() {
        // Quotes end with the day, so those who quote narrowest begin a morning with the months that they do not quote
        // yet.
        picker.first(this::isToBeOpened).or(picker::pick).ifPresent(this::quote);
    }

    private boolean isToBeOpened(InstrumentSpec instrument) {
        return distanceTicks == 0 && isUnquoted(instrument, Side.BUY) && isUnquoted(instrument, Side.SELL);
    }

    private boolean isUnquoted(InstrumentSpec instrument, Side side) {
        return !desk.isBusy(instrument, side)
                && account().order(instrument.instrumentId(), side).isEmpty();
    }

    private void quote(InstrumentSpec instrument) {
        long positionLots = account().positionLots(instrument.instrumentId());
        long skewTicks = Math.clamp(-positionLots / LOTS_PER_SKEW_TICK, -MAX_SKEW_TICKS, MAX_SKEW_TICKS);
        long middleTicks = sentiment.fairTicks(instrument) + skewTicks;
        long halfTicks = distanceTicks
                + (picker.monthsAhead(instrument) == 0
                        ? FRONT_HALF_SPREAD_TICKS
                        : LATER_HALF_SPREAD_TICKS + random.nextInt(2));
        // The side that moves away goes first, so that the two never meet on the way.
        Side first = account()
                .order(instrument.instrumentId(), Side.SELL)
                .map(ask -> ask.priceTicks() < middleTicks + halfTicks ? Side.SELL : Side.BUY)
                .orElse(Side.BUY);
        place(instrument, first, middleTicks - first.sign() * halfTicks, positionLots);
        place(instrument, first.opposite(), middleTicks + first.sign() * halfTicks, positionLots);
    }

    private void place(InstrumentSpec instrument, Side side, long priceTicks, long positionLots) {
        if (desk.isBusy(instrument, side)) {
            return;
        }
        Currency currency = venue.product(instrument.productId()).currency();
        Optional<AccountView.WorkingOrder> working = account().order(instrument.instrumentId(), side);
        boolean reduces = positionLots * side.sign() < 0;
        if (!reduces && desk.isShortOfMargin(currency)) {
            working.ifPresent(desk::cancel);
            return;
        }
        long lots = random.nextLong(MIN_LOTS, MAX_LOTS + 1) + distanceTicks * LOTS_PER_DISTANT_TICK;
        if (working.isEmpty()) {
            desk.quote(instrument, side, priceTicks, lots);
            return;
        }
        AccountView.WorkingOrder order = working.get();
        if (order.priceTicks() == priceTicks && order.remainingLots() >= MIN_LOTS) {
            return;
        }
        if (random.nextInt(100) < CANCEL_PERCENT) {
            desk.cancel(order);
        } else {
            desk.amend(order, priceTicks, lots);
        }
    }
}
