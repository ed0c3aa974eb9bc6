package org.calx.acceptance.simulator.model;

import java.util.Arrays;
import org.calx.model.Currency;
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
            addPosition(losses, instrument.riskArray, instrument.positionLots(account.accountId));
        }
        for (ModelOrder order : account.orders) {
            if (order.instrument.product == product) {
                addOrder(losses, order);
            }
        }
        return losses;
    }

    long chargesMicros(ModelAccount account, ModelProduct product) {
        return mostSpreads(account, product) * product.parameters.calendarChargeMicros();
    }

    private static void addPosition(long[] losses, long[] riskArray, long lots) {
        for (int scenario = 0; scenario < SCENARIOS; scenario++) {
            losses[scenario] += lots * riskArray[scenario];
        }
    }

    /** In the last row no price moves. */
    private static void addOrder(long[] losses, ModelOrder order) {
        long atOnce = lossAtOnceMicros(order);
        for (int scenario = 0; scenario < SCENARIOS; scenario++) {
            long ofLot = order.side.sign() * order.instrument.riskArray[scenario] + atOnce;
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
        long reaches = 0;
        long largest = 0;
        for (ModelInstrument instrument : product.live) {
            long position = instrument.positionLots(account.accountId);
            long longReach = Math.max(0, position + openLots(account, instrument, Side.BUY));
            long shortReach = Math.max(0, openLots(account, instrument, Side.SELL) - position);
            longs += longReach;
            shorts += shortReach;
            reaches += Math.max(longReach, shortReach);
            largest = Math.max(largest, Math.max(longReach, shortReach));
        }
        return Math.min(Math.min(longs, shorts), Math.min(reaches / 2, reaches - largest));
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
