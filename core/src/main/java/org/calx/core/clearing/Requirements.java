package org.calx.core.clearing;

import org.calx.core.reference.Instruments;
import org.calx.core.reference.Products;
import org.calx.margin.CreditSpreads;
import org.calx.margin.ProductCharges;
import org.calx.margin.SpreadBox;
import org.calx.model.Currency;
import org.calx.model.Side;

/** What an account must hold, and would have to with one more order. */
final class Requirements {
    private final Products products;
    private final Instruments instruments;
    private final Positions positions;
    private final MarginAccounts margins;
    private final OrderTerms terms;
    private final Credits credits;
    private final OrderReach reach;

    Requirements(
            Products products,
            Instruments instruments,
            Positions positions,
            MarginAccounts margins,
            OrderTerms terms,
            Credits credits) {
        this.products = products;
        this.instruments = instruments;
        this.positions = positions;
        this.margins = margins;
        this.terms = terms;
        this.credits = credits;
        reach = new OrderReach(instruments, positions);
    }

    /** What the account must hold for its positions and working orders. */
    long micros(int accountId, Currency currency) {
        credits.update(accountId);
        return margins.sumMicros(accountId, currency);
    }

    long creditMicros(int accountId, int productId) {
        credits.update(accountId);
        return margins.creditMicros(margins.rows().find(accountId, productId));
    }

    long chargesMicros(int accountId, int productId) {
        int row = margins.rows().find(accountId, productId);
        return margins.boxes().isKept(row)
                ? margins.boxes().chargesMicros(row, products.spreads().charges(productId))
                : 0;
    }

    /** By how much it would rise with one more order; never below zero. */
    long addedMicros(int accountId, int instrumentId, Side side, long priceTicks, long lots) {
        int productId = instruments.productId(instrumentId);
        int row = margins.rows().find(accountId, productId);
        credits.update(accountId);
        long with = productWithMicros(accountId, instrumentId, side, priceTicks, lots);
        long added = with - margins.requirementMicros(row);
        CreditSpreads spreads = products.spreads().credits();
        int place = spreads.place(productId);
        return place < 0 ? added : Math.addExact(added, creditsLostMicros(accountId, spreads, place));
    }

    /** What the order's product would require with it. */
    long productWithMicros(int accountId, int instrumentId, Side side, long priceTicks, long lots) {
        int productId = instruments.productId(instrumentId);
        int row = margins.rows().find(accountId, productId);
        int position = positions.find(accountId, instrumentId);
        ProductCharges charges = products.charges(productId);
        long scanning = scanningWithMicros(row, accountId, instrumentId, side, priceTicks, lots);
        if (!products.spreads().isBoxed(productId)) {
            long with = Math.addExact(scanning, margins.chargesWithMicros(row, position, charges, side.sign(), lots));
            margins.noteRequirementWith(with);
            return with;
        }
        long calendar = margins.calendarWithMicros(row, position, charges, side.sign(), lots);
        long concentration = margins.concentrationWithMicros(row, position, charges, side.sign(), lots);
        SpreadBox box =
                reach.set(accountId, instrumentId, side.sign(), lots).box(margins.boxes(), row, charges.spreads());
        long boxed = box.calendarMicros() + box.deliveryMicros();
        long credit = creditWithMicros(accountId, instrumentId, side, lots, box);
        if (margins.policies().isIn(productId)) {
            long less = boxed - credit + reach.calendarMicros(margins, row, charges);
            return margins.policies()
                    .requirementWithMicros(
                            row,
                            accountId,
                            instrumentId,
                            side.sign(),
                            terms.lossAtOnceMicros(instrumentId, side.sign(), priceTicks),
                            lots,
                            charges,
                            less,
                            concentration);
        }
        long charged = Math.addExact(scanning, calendar + boxed);
        return Math.addExact(Math.max(charged - credit, margins.atOnceWithMicros()), concentration);
    }

    private long creditWithMicros(int accountId, int instrumentId, Side side, long lots, SpreadBox box) {
        int place = products.spreads().credits().place(instruments.productId(instrumentId));
        if (place < 0) {
            return 0;
        }
        credits.computeWith(accountId, instrumentId, side.sign(), lots, box);
        return credits.microsWith(place);
    }

    /** By how much the account's other products would require more. */
    private long creditsLostMicros(int accountId, CreditSpreads spreads, int own) {
        long sum = 0;
        for (int place = 0; place < spreads.places(); place++) {
            int row = margins.rows().find(accountId, spreads.productId(place));
            if (place != own && row != MarginAccounts.NONE) {
                long with = margins.requirementMicros(row, credits.microsWith(place));
                sum = Math.addExact(sum, with - margins.requirementMicros(row));
            }
        }
        return sum;
    }

    private long scanningWithMicros(int row, int accountId, int instrumentId, Side side, long priceTicks, long lots) {
        return margins.scanningWithMicros(
                row,
                terms.losses(),
                terms.arrayOffset(accountId, instrumentId),
                side.sign(),
                terms.lossAtOnceMicros(instrumentId, side.sign(), priceTicks),
                lots);
    }
}
