package org.calx.acceptance.simulator.model;

import java.util.Arrays;
import java.util.Map;
import org.calx.margin.SpreadBox;
import org.calx.margin.SpreadCharges;
import org.calx.model.Currency;
import org.calx.model.Rating;
import org.calx.model.Side;

/** What {@code docs/spec/margin.md} says an account must hold, counted from scratch. */
final class ModelMargin {
    private static final int SCENARIOS = 16;

    private final ModelState state;
    private final ModelCredits credits;

    ModelMargin(ModelState state) {
        this.state = state;
        credits = new ModelCredits(state);
    }

    /** Cash and the value of positions since the last settlement. */
    long equityMicros(int accountId, Currency currency) {
        long equity = state.money.balanceMicros(accountId, currency);
        for (ModelProduct product : state.products.values()) {
            if (product.spec.currency() == currency) {
                equity += unrealisedMicros(accountId, product);
            }
        }
        return equity;
    }

    private static long unrealisedMicros(int accountId, ModelProduct product) {
        long sum = 0;
        for (ModelInstrument instrument : product.live) {
            ModelPosition position = instrument.positions.get(accountId);
            if (position != null) {
                sum += instrument.valueMicros(position.lots, instrument.valuationMicros) - position.openValueMicros;
            }
        }
        return sum;
    }

    /** What all products in a currency require. */
    long requirementMicros(ModelAccount account, Currency currency) {
        Map<Integer, Long> creditMicros = credits.of(account);
        long sum = 0;
        for (ModelProduct product : state.products.values()) {
            if (product.spec.currency() == currency && product.parameters != null) {
                sum += requirementMicros(account, product, creditMicros);
            }
        }
        return sum;
    }

    /** What a product requires, less what spreads with others take off it. */
    long requirementMicros(ModelAccount account, ModelProduct product) {
        return requirementMicros(account, product, credits.of(account));
    }

    /**
     * The worst row of what positions lose and orders may add, with the charges and less the credit, but no less than the orders may
     * lose at once; and the concentration add-on.
     */
    private long requirementMicros(ModelAccount account, ModelProduct product, Map<Integer, Long> creditMicros) {
        long[] losses = losses(account, product);
        long worst = Arrays.stream(losses).max().orElseThrow();
        long credit = creditMicros.getOrDefault(product.spec.productId(), 0L);
        Reaches reaches = reaches(account, product);
        long charged = worst + chargesMicros(account, product, reaches) - credit;
        return Math.max(charged, losses[SCENARIOS]) + product.concentrationMicros(reaches.sum);
    }

    /** What positions lose and orders may add, row by row; the last row, in which no price moves, is never below zero. */
    long[] losses(ModelAccount account, ModelProduct product) {
        long[] losses = new long[SCENARIOS + 1];
        for (ModelInstrument instrument : product.live) {
            addPosition(losses, instrument.riskArray(account.rating), instrument.positionLots(account.accountId));
        }
        for (ModelOrder order : account.orders) {
            if (order.instrument.product == product) {
                addOrder(losses, order, account.rating);
            }
        }
        return losses;
    }

    /**
     * The flat calendar charge, and what tiers and deliveries cost by the least and most that fills could make of each month. The
     * margin module computes the latter from scratch, and is held against its own models; they are not modelled again.
     */
    private long chargesMicros(ModelAccount account, ModelProduct product, Reaches reaches) {
        SpreadCharges charges = product.charges;
        boolean flat = charges == null || charges.charges().isFlat();
        long sum = flat ? reaches.mostSpreads() * product.parameters.calendarChargeMicros() : 0;
        if (charges != null) {
            long[] deltas = new long[2 * charges.buckets()];
            for (ModelInstrument instrument : product.live) {
                int bucket = charges.bucketOf(instrument.month);
                long position = instrument.positionLots(account.accountId);
                deltas[2 * bucket] += position - openLots(account, instrument, Side.SELL);
                deltas[2 * bucket + 1] += position + openLots(account, instrument, Side.BUY);
            }
            SpreadBox box = new SpreadBox();
            charges.compute(deltas, 0, box);
            sum += box.calendarMicros() + box.deliveryMicros();
        }
        return sum;
    }

    private static void addPosition(long[] losses, long[] riskArray, long lots) {
        for (int scenario = 0; scenario < SCENARIOS; scenario++) {
            losses[scenario] += lots * riskArray[scenario];
        }
    }

    /** In the last row no price moves. */
    private static void addOrder(long[] losses, ModelOrder order, Rating rating) {
        long atOnce = order.lossAtOnceMicros();
        long[] array = order.instrument.riskArray(rating);
        for (int scenario = 0; scenario < SCENARIOS; scenario++) {
            long ofLot = order.side.sign() * array[scenario] + atOnce;
            losses[scenario] += order.remainingLots * Math.max(0, ofLot);
        }
        losses[SCENARIOS] += order.remainingLots * Math.max(0, atOnce);
    }

    private Reaches reaches(ModelAccount account, ModelProduct product) {
        long longs = 0;
        long shorts = 0;
        long sum = 0;
        long largest = 0;
        for (ModelInstrument month : product.live) {
            long position = month.positionLots(account.accountId);
            long longReach = Math.max(0, position + openLots(account, month, Side.BUY));
            long shortReach = Math.max(0, openLots(account, month, Side.SELL) - position);
            longs += longReach;
            shorts += shortReach;
            sum += Math.max(longReach, shortReach);
            largest = Math.max(largest, Math.max(longReach, shortReach));
        }
        return new Reaches(longs, shorts, sum, largest);
    }

    /** The most lots that fills could make of the months: L, S and R of the specification summed up, and the largest R. */
    private record Reaches(long longs, long shorts, long sum, long largest) {
        /** The bound on calendar spreads: min(ΣL, ΣS, ⌊ΣR/2⌋, ΣR − max R). */
        private long mostSpreads() {
            return Math.min(Math.min(longs, shorts), Math.min(sum / 2, sum - largest));
        }
    }

    long openLots(ModelAccount account, ModelInstrument instrument, Side side) {
        long lots = 0;
        for (ModelOrder order : account.orders) {
            if (order.instrument == instrument && order.side == side) {
                lots += order.remainingLots;
            }
        }
        return lots;
    }
}
