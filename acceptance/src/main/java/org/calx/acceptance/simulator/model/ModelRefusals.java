package org.calx.acceptance.simulator.model;

import org.calx.api.event.ExchangeEvent;
import org.calx.model.Currency;
import org.calx.model.RejectReason;

/** What is told of an order that is refused for its position limit, its margin or its account's floating loss. It does not count as working. */
final class ModelRefusals {
    private final ModelState state;
    private final ModelChecks checks;
    private final ModelMargin margin;

    ModelRefusals(ModelState state, ModelChecks checks, ModelMargin margin) {
        this.state = state;
        this.checks = checks;
        this.margin = margin;
    }

    void say(ModelOrder order, RejectReason reason) {
        if (reason == RejectReason.POSITION_LIMIT) {
            sayLimit(order);
        } else if (reason == RejectReason.INSUFFICIENT_MARGIN) {
            sayMargin(order);
        } else if (reason == RejectReason.FLOATING_LOSS) {
            sayFrozen(order);
        }
    }

    private void sayFrozen(ModelOrder order) {
        Currency currency = order.instrument.product.spec.currency();
        long lossMicros = checks.floatingLossMicros(order.accountId, currency);
        long mostMicros = checks.frozenLossMicros(order.accountId, currency);
        say(order, RejectReason.FLOATING_LOSS, lossMicros, mostMicros, 0, 0, 0);
    }

    private void sayLimit(ModelOrder order) {
        long limitLots = order.instrument.product.parameters.positionLimitLots();
        say(order, RejectReason.POSITION_LIMIT, checks.reachLots(order), limitLots, 0, 0, 0);
    }

    private void sayMargin(ModelOrder order) {
        ModelProduct product = order.instrument.product;
        Currency currency = product.spec.currency();
        ModelAccount account = state.accounts.get(order.accountId);
        account.orders.add(order);
        long required = margin.requirementMicros(account, currency);
        long productMicros = margin.requirementMicros(account, product);
        long[] losses = margin.losses(account, product);
        account.orders.remove(order);
        int worst = 0;
        for (int row = 1; row < losses.length; row++) {
            worst = losses[row] > losses[worst] ? row : worst;
        }
        long equity = margin.equityMicros(order.accountId, currency);
        say(
                order,
                RejectReason.INSUFFICIENT_MARGIN,
                required,
                equity,
                worst + 1,
                losses[worst],
                productMicros - losses[worst]);
    }

    private void say(
            ModelOrder order,
            RejectReason reason,
            long required,
            long available,
            int scenario,
            long scanningMicros,
            long chargesMicros) {
        state.say(new ExchangeEvent.OrderRefused(
                order.accountId,
                order.instrument.spec.instrumentId(),
                order.side,
                reason,
                required,
                available,
                scenario,
                scanningMicros,
                chargesMicros,
                acceptableLots(order)));
    }

    /** The largest quantity that the same command could have asked for, lot by lot downwards. */
    private long acceptableLots(ModelOrder order) {
        long remainingLots = order.remainingLots;
        long lots = remainingLots - 1;
        order.remainingLots = lots;
        while (lots > 0 && checks.checkExposure(order) != RejectReason.NONE) {
            order.remainingLots = --lots;
        }
        order.remainingLots = remainingLots;
        return lots == 0 ? 0 : lots + order.filledLots();
    }
}
