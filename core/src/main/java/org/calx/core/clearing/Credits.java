package org.calx.core.clearing;

import org.calx.core.reference.Instruments;
import org.calx.core.reference.Products;
import org.calx.margin.CreditSpreads;
import org.calx.margin.PriceRisk;
import org.calx.margin.SpreadBox;
import org.calx.margin.SpreadCharges;

/**
 * What spreads between products take off an account's requirement, whatever fills. Kept per row of {@link MarginAccounts};
 * counted anew when asked for after anything of the account has changed.
 */
final class Credits {
    private final Products products;
    private final Instruments instruments;
    private final Positions positions;
    private final MarginAccounts margins;
    private final OrderTerms terms;
    private final boolean[] fresh;
    private final PriceRisk priceRisk = new PriceRisk();
    private final OrderReach reach;
    private long[] low = {};
    private long[] high = {};
    private long[] consumed = {};
    private long[] micros = {};

    private int orderInstrument;
    private int orderSign;
    private long orderLots;

    Credits(
            int maxAccounts,
            Products products,
            Instruments instruments,
            Positions positions,
            MarginAccounts margins,
            OrderTerms terms) {
        this.products = products;
        this.instruments = instruments;
        this.positions = positions;
        this.margins = margins;
        this.terms = terms;
        fresh = new boolean[maxAccounts + 1];
        reach = new OrderReach(instruments, positions);
    }

    /** Something of the account has changed. */
    void invalidate(int accountId) {
        fresh[accountId] = false;
    }

    /** Brings what {@link MarginAccounts} has of the account up to date. */
    void update(int accountId) {
        CreditSpreads spreads = products.spreads().credits();
        if (spreads.places() == 0 || fresh[accountId]) {
            return;
        }
        orderInstrument = 0;
        compute(accountId, spreads);
        for (int place = 0; place < spreads.places(); place++) {
            int row = margins.find(accountId, spreads.productId(place));
            if (row != MarginAccounts.NONE) {
                margins.setCredit(row, micros[place]);
            }
        }
        fresh[accountId] = true;
    }

    /** Counts them as they would be with one more order; {@link #microsWith} holds until the next call. */
    void computeWith(int accountId, int instrumentId, int sign, long lots) {
        orderInstrument = instrumentId;
        orderSign = sign;
        orderLots = lots;
        compute(accountId, products.spreads().credits());
    }

    /** The credit of the product at this place of {@link CreditSpreads}. */
    long microsWith(int place) {
        return micros[place];
    }

    private void compute(int accountId, CreditSpreads spreads) {
        int places = spreads.places();
        if (low.length < places) {
            low = new long[places];
            high = new long[places];
            consumed = new long[places];
            micros = new long[places];
        }
        for (int place = 0; place < places; place++) {
            setNet(accountId, spreads, place);
        }
        spreads.form(low, high, consumed);
        for (int place = 0; place < places; place++) {
            micros[place] = consumed[place] == 0 ? 0 : creditMicros(accountId, spreads, place);
        }
    }

    private void setNet(int accountId, CreditSpreads spreads, int place) {
        int productId = spreads.productId(place);
        int row = margins.find(accountId, productId);
        SpreadCharges charges = products.spreads().charges(productId);
        if (hasOrderIn(productId)) {
            SpreadBox box =
                    reach.set(accountId, orderInstrument, orderSign, orderLots).box(margins.boxes(), row, charges);
            low[place] = box.netLow() * spreads.finer(place);
            high[place] = box.netHigh() * spreads.finer(place);
        } else if (row == MarginAccounts.NONE) {
            low[place] = 0;
            high[place] = 0;
        } else {
            low[place] = margins.boxes().netLow(row, charges) * spreads.finer(place);
            high[place] = margins.boxes().netHigh(row, charges) * spreads.finer(place);
        }
    }

    private boolean hasOrderIn(int productId) {
        return orderInstrument != 0 && instruments.productId(orderInstrument) == productId;
    }

    private long creditMicros(int accountId, CreditSpreads spreads, int place) {
        int productId = spreads.productId(place);
        priceRisk.begin(terms.losses());
        boolean added = !hasOrderIn(productId);
        int row = margins.find(accountId, productId);
        boolean optionOrdered = !added && instruments.isOption(orderInstrument);
        if (optionOrdered
                || margins.policies().isIn(productId)
                        && margins.policies().options().couldHoldAny(row)) {
            return 0;
        }
        for (int at = margins.firstPosition(row); at != Positions.NONE; at = positions.nextOfMargin(at)) {
            if (instruments.isOption(positions.instrumentId(at))) {
                continue;
            }
            boolean here = !added && positions.instrumentId(at) == orderInstrument;
            add(accountId, positions.instrumentId(at), positions.low(at), positions.high(at), here);
            added |= here;
        }
        if (!added) {
            add(accountId, orderInstrument, 0, 0, true);
        }
        long cap = products.spreads().charges(productId).charges().priceRiskCapMicros();
        return priceRisk.creditMicros(consumed[place], spreads.units(), cap);
    }

    private void add(int accountId, int instrumentId, long lowLots, long highLots, boolean withOrder) {
        long sold = withOrder && orderSign < 0 ? orderLots : 0;
        long bought = withOrder && orderSign > 0 ? orderLots : 0;
        priceRisk.add(terms.arrayOffset(accountId, instrumentId), lowLots - sold, highLots + bought);
    }
}
