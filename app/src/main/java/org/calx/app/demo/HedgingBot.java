package org.calx.app.demo;

import java.util.SplittableRandom;
import org.calx.model.InstrumentSpec;
import org.calx.model.ProductClass;
import org.calx.model.ProductSpec;
import org.calx.model.Side;

/**
 * Hedges forward: a GPU cloud sells the hours that it will let, a laboratory buys those that it will need. The nearer a month, the
 * larger the part of it that is hedged; a hedge is held to expiry.
 */
final class HedgingBot implements Bot {

    private static final int FRONT_PERCENT = 20;
    private static final long COMPUTE_LOTS = 300;
    private static final long POWER_LOTS = 40;
    private static final long MOST_LOTS = 5;
    private static final long CROSSING_TICKS = 8;

    private final OrderDesk desk;
    private final VenueView venue;
    private final Sentiment sentiment;
    private final Side side;
    private final MonthPicker picker;
    private final SplittableRandom random;

    /** @param side which way it hedges */
    HedgingBot(OrderDesk desk, VenueView venue, Sentiment sentiment, Side side, SplittableRandom random) {
        this.desk = desk;
        this.venue = venue;
        this.sentiment = sentiment;
        this.side = side;
        this.random = random;
        picker = new MonthPicker(venue, random, FRONT_PERCENT);
    }

    @Override
    public AccountView account() {
        return desk.account();
    }

    @Override
    public void act() {
        picker.pick().ifPresent(this::hedge);
    }

    private void hedge(InstrumentSpec instrument) {
        ProductSpec product = venue.product(instrument.productId());
        boolean power = product.productClass() == ProductClass.POWER;
        int months = power ? DemoProduct.POWER_MONTHS : DemoProduct.COMPUTE_MONTHS;
        long monthsLeft = Math.max(0, months - picker.monthsAhead(instrument));
        long targetLots = (power ? POWER_LOTS : COMPUTE_LOTS) * monthsLeft / months;
        long hedgedLots = account().positionLots(instrument.instrumentId()) * side.sign();
        if (hedgedLots >= targetLots || desk.isBusy(instrument, side) || desk.isShortOfMargin(product.currency())) {
            return;
        }
        long lots = Math.min(targetLots - hedgedLots, random.nextLong(1, MOST_LOTS + 1));
        long limitTicks = sentiment.fairTicks(instrument) + side.sign() * CROSSING_TICKS;
        desk.take(instrument, side, limitTicks, lots);
    }
}
