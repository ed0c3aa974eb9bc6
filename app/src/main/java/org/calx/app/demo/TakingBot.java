package org.calx.app.demo;

import java.util.SplittableRandom;
import org.calx.model.Currency;
import org.calx.model.InstrumentSpec;
import org.calx.model.ProductClass;
import org.calx.model.Side;

/** Trades at the market, now this way and now that; beyond its largest position, or short of margin, only towards zero. */
final class TakingBot implements Bot {

    private static final int FRONT_PERCENT = 70;
    private static final long COMPUTE_LOTS = 6;
    private static final long POWER_LOTS = 2;
    private static final long LARGEST_IN_ORDERS = 10;

    private final OrderDesk desk;
    private final VenueView venue;
    private final MonthPicker picker;
    private final SplittableRandom random;

    TakingBot(OrderDesk desk, VenueView venue, SplittableRandom random) {
        this.desk = desk;
        this.venue = venue;
        this.random = random;
        picker = new MonthPicker(venue, random, FRONT_PERCENT);
    }

    @Override
    public AccountView account() {
        return desk.account();
    }

    @Override
    public void act() {
        picker.pick().ifPresent(this::trade);
    }

    private void trade(InstrumentSpec instrument) {
        boolean power = venue.product(instrument.productId()).productClass() == ProductClass.POWER;
        Currency currency = venue.product(instrument.productId()).currency();
        long mostLots = power ? POWER_LOTS : COMPUTE_LOTS;
        long positionLots = account().positionLots(instrument.instrumentId());
        boolean reduce = Math.abs(positionLots) > mostLots * LARGEST_IN_ORDERS || desk.isShortOfMargin(currency);
        if (reduce && positionLots == 0) {
            return;
        }
        Side side;
        if (reduce) {
            side = positionLots > 0 ? Side.SELL : Side.BUY;
        } else {
            side = random.nextBoolean() ? Side.BUY : Side.SELL;
        }
        if (!desk.isBusy(instrument, side)) {
            long lots = random.nextLong(1, mostLots + 1);
            desk.takeAtMarket(instrument, side, reduce ? Math.min(lots, Math.abs(positionLots)) : lots);
        }
    }
}
