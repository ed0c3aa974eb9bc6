package org.calx.core.clearing;

import org.calx.core.reference.Instruments;
import org.calx.core.reference.Products;
import org.calx.margin.CreditSpreads;
import org.calx.margin.SpreadBox;
import org.calx.margin.SpreadCharges;

/**
 * What spreads between products take off an account's requirement, whatever fills. Kept per row of {@link MarginAccounts};
 * counted anew when asked for after anything of the account has changed, from what each product's row keeps.
 */
final class Credits {
    private final Products products;
    private final Instruments instruments;
    private final MarginAccounts margins;
    private final OrderTerms terms;
    private final boolean[] fresh;
    private long[] low = {};
    private long[] high = {};
    private long[] consumed = {};
    private long[] micros = {};

    private int orderInstrument;
    private int orderSign;
    private long orderLots;
    private long netLowWith;
    private long netHighWith;

    Credits(int maxAccounts, Products products, Instruments instruments, MarginAccounts margins, OrderTerms terms) {
        this.products = products;
        this.instruments = instruments;
        this.margins = margins;
        this.terms = terms;
        fresh = new boolean[maxAccounts + 1];
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
            int row = margins.rows().find(accountId, spreads.productId(place));
            if (row != MarginAccounts.NONE) {
                margins.setCredit(row, micros[place]);
            }
        }
        fresh[accountId] = true;
    }

    /**
     * Counts them as they would be with one more order; {@link #microsWith} holds until the next call.
     *
     * @param with what calendar spreads of the order's product would leave
     */
    void computeWith(int accountId, int instrumentId, int sign, long lots, SpreadBox with) {
        orderInstrument = instrumentId;
        orderSign = sign;
        orderLots = lots;
        netLowWith = with.netLow();
        netHighWith = with.netHigh();
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
        int row = margins.rows().find(accountId, productId);
        SpreadCharges charges = products.spreads().charges(productId);
        if (hasOrderIn(productId)) {
            low[place] = netLowWith * spreads.finer(place);
            high[place] = netHighWith * spreads.finer(place);
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
        boolean ordered = hasOrderIn(productId);
        int row = margins.rows().find(accountId, productId);
        if (ordered && instruments.isOption(orderInstrument)
                || margins.policies().isIn(productId)
                        && margins.policies().options().couldHoldAny(row)) {
            return 0;
        }
        long cap = products.spreads().charges(productId).charges().priceRiskCapMicros();
        if (!ordered) {
            return margins.creditMicros(row, consumed[place], spreads.units(), cap);
        }
        int offset = terms.arrayOffset(accountId, orderInstrument);
        return margins.creditWithMicros(row, offset, orderSign, orderLots, consumed[place], spreads.units(), cap);
    }
}
