package org.calx.core.clearing;

import org.calx.core.reference.Instruments;
import org.calx.margin.CalendarCharge;
import org.calx.margin.ScanningRisk;
import org.calx.model.Currency;
import org.calx.model.Side;

/** What an account's margin in a product would be made of with one more order: asked when an order is refused. */
public final class OrderMargin {
    private final Instruments instruments;
    private final Positions positions;
    private final MarginAccounts margins;
    private final OrderTerms terms;
    private final Requirements requirements;

    private int scenario;
    private long scanningMicros;
    private long chargesMicros;

    OrderMargin(
            Instruments instruments,
            Positions positions,
            MarginAccounts margins,
            OrderTerms terms,
            Requirements requirements) {
        this.instruments = instruments;
        this.positions = positions;
        this.margins = margins;
        this.terms = terms;
        this.requirements = requirements;
    }

    OrderMargin of(int accountId, int instrumentId, Side side, long priceTicks, long lots) {
        int row = margins.rows().find(accountId, instruments.productId(instrumentId));
        long[] losses = terms.losses();
        int offset = terms.arrayOffset(accountId, instrumentId);
        int sign = side.sign();
        long lossAtOnce = terms.lossAtOnceMicros(instrumentId, sign, priceTicks);
        scenario = 1 + margins.worstRowWith(row, losses, offset, sign, lossAtOnce, lots);
        scanningMicros = margins.scanningWithMicros(row, losses, offset, sign, lossAtOnce, lots);
        chargesMicros =
                requirements.productWithMicros(accountId, instrumentId, side, priceTicks, lots) - scanningMicros;
        return this;
    }

    /**
     * The value at valuation prices of the most that fills could make of the account's positions in the instrument's currency,
     * each month's larger side, with one more order. Work is in proportion to the account's positions.
     */
    long reachValueWithMicros(int accountId, int instrumentId, Side side, long lots) {
        Currency currency = terms.currency(instrumentId);
        long sum = addedReachValueMicros(accountId, instrumentId, side, lots);
        for (int row = margins.rows().first(accountId);
                row != MarginAccounts.NONE;
                row = margins.rows().next(row)) {
            if (terms.currencyOfProduct(margins.rows().productId(row)) == currency) {
                sum = Math.addExact(sum, reachValueMicros(row));
            }
        }
        return sum;
    }

    /** Each month's larger side at valuation prices, an option's lots at the price of its underlying. */
    private long reachValueMicros(int row) {
        long sum = 0;
        for (int at = margins.rows().firstPosition(row); at != Positions.NONE; at = positions.nextOfMargin(at)) {
            int instrumentId = positions.instrumentId(at);
            long lots = Math.max(positions.longReach(at), positions.shortReach(at));
            long price = terms.notionalPriceMicros(instrumentId);
            sum = Math.addExact(sum, Math.abs(terms.valueMicros(instrumentId, lots, price)));
        }
        return sum;
    }

    /** By how much the larger side of the order's month would be worth more. */
    private long addedReachValueMicros(int accountId, int instrumentId, Side side, long lots) {
        int row = positions.find(accountId, instrumentId);
        long longReach = positions.longReach(row);
        long shortReach = positions.shortReach(row);
        long bought = side == Side.BUY
                ? CalendarCharge.longReach(positions.lots(row), positions.openBuyLots(row) + lots)
                : longReach;
        long sold = side == Side.SELL
                ? CalendarCharge.shortReach(positions.lots(row), positions.openSellLots(row) + lots)
                : shortReach;
        long added = Math.max(bought, sold) - Math.max(longReach, shortReach);
        return Math.abs(terms.valueMicros(instrumentId, added, terms.notionalPriceMicros(instrumentId)));
    }

    /** The active scenario, 1 to 16, or {@link ScanningRisk#ROWS} for the row at once. */
    public int scenario() {
        return scenario;
    }

    /** The product's scanning loss with the order. */
    public long scanningMicros() {
        return scanningMicros;
    }

    /** The product's charges with the order, less what spreads with other products take off. */
    public long chargesMicros() {
        return chargesMicros;
    }
}
