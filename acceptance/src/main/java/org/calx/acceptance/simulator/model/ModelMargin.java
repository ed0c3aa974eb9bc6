package org.calx.acceptance.simulator.model;

import java.util.Arrays;
import org.calx.margin.SpreadBox;
import org.calx.margin.SpreadCharges;
import org.calx.model.Currency;
import org.calx.model.Rating;
import org.calx.model.Side;

/** What {@code docs/spec/margin.md} says an account must hold, counted from scratch. */
final class ModelMargin {
    private static final int SCENARIOS = 16;

    private final ModelState state;

    ModelMargin(ModelState state) {
        this.state = state;
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

    /** Scanning loss and calendar charge of all products in a currency. */
    long requirementMicros(ModelAccount account, Currency currency) {
        long sum = 0;
        for (ModelProduct product : state.products.values()) {
            if (product.spec.currency() == currency && product.parameters != null) {
                sum += requirementMicros(account, product);
            }
        }
        return sum;
    }

    /** The worst row of what positions lose and orders may add, and the charge for possible calendar spreads. */
    long requirementMicros(ModelAccount account, ModelProduct product) {
        return Arrays.stream(losses(account, product)).max().orElseThrow() + chargesMicros(account, product);
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
     * The flat calendar charge, the concentration add-on, and what tiers and deliveries cost by the least and most that fills could
     * make of each month. The margin module computes the latter from scratch, and is held against its own models; they are not modelled again.
     */
    long chargesMicros(ModelAccount account, ModelProduct product) {
        SpreadCharges charges = product.charges;
        boolean flat = charges == null || charges.charges().isFlat();
        long sum = flat ? mostSpreads(account, product) * product.parameters.calendarChargeMicros() : 0;
        sum += product.concentrationMicros(reachLots(account, product));
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
        long atOnce = lossAtOnceMicros(order);
        long[] array = order.instrument.riskArray(rating);
        for (int scenario = 0; scenario < SCENARIOS; scenario++) {
            long ofLot = order.side.sign() * array[scenario] + atOnce;
            losses[scenario] += order.remainingLots * Math.max(0, ofLot);
        }
        losses[SCENARIOS] += order.remainingLots * Math.max(0, atOnce);
    }

    private static long lossAtOnceMicros(ModelOrder order) {
        ModelInstrument instrument = order.instrument;
        var parameters = instrument.product.parameters;
        long fee = Math.max(0, Math.max(parameters.makerFeeMicrosPerLot(), parameters.takerFeeMicrosPerLot()));
        long limitMicros = order.priceTicks * instrument.product.spec.tickMicros();
        return order.side.sign() * (limitMicros - instrument.valuationMicros) * instrument.spec.unitsPerLot() + fee;
    }

    /** The bound on calendar spreads: min(ΣL, ΣS, ⌊ΣR/2⌋, ΣR − max R) over the product's months. */
    private long mostSpreads(ModelAccount account, ModelProduct product) {
        long longs = 0;
        long shorts = 0;
        long largest = 0;
        for (ModelInstrument instrument : product.live) {
            longs += longReach(account, instrument);
            shorts += shortReach(account, instrument);
            largest = Math.max(largest, Math.max(longReach(account, instrument), shortReach(account, instrument)));
        }
        long reaches = reachLots(account, product);
        return Math.min(Math.min(longs, shorts), Math.min(reaches / 2, reaches - largest));
    }

    /** ΣR: the most lots, on whichever side, that fills could make of the months. */
    private long reachLots(ModelAccount account, ModelProduct product) {
        return product.live.stream()
                .mapToLong(month -> Math.max(longReach(account, month), shortReach(account, month)))
                .sum();
    }

    private long longReach(ModelAccount account, ModelInstrument month) {
        return Math.max(0, month.positionLots(account.accountId) + openLots(account, month, Side.BUY));
    }

    private long shortReach(ModelAccount account, ModelInstrument month) {
        return Math.max(0, openLots(account, month, Side.SELL) - month.positionLots(account.accountId));
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
