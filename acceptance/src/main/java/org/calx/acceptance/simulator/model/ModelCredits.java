package org.calx.acceptance.simulator.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.calx.margin.MonthExposure;
import org.calx.margin.OpenOrder;
import org.calx.margin.PortfolioMargin;
import org.calx.margin.ProductCharges;
import org.calx.margin.ProductExposure;
import org.calx.model.MarginPolicy;

/**
 * What spreads between products take off. The margin module computes that from scratch, and is held against its own models; it is
 * not modelled again.
 */
final class ModelCredits {
    private final ModelState state;

    ModelCredits(ModelState state) {
        this.state = state;
    }

    /** The credit of each product that has one, by id, in micros. */
    Map<Integer, Long> of(ModelAccount account) {
        if (state.credits.places() == 0) {
            return Map.of();
        }
        List<ProductExposure> exposures = new ArrayList<>();
        for (ModelProduct product : state.products.values()) {
            if (state.credits.place(product.spec.productId()) >= 0) {
                exposures.add(exposure(account, product));
            }
        }
        long[] micros = PortfolioMargin.creditsMicros(exposures, state.credits);
        Map<Integer, Long> credits = new HashMap<>();
        for (int i = 0; i < micros.length; i++) {
            credits.put(exposures.get(i).productId(), micros[i]);
        }
        return credits;
    }

    private static ProductExposure exposure(ModelAccount account, ModelProduct product) {
        int productId = product.spec.productId();
        List<MonthExposure> months = new ArrayList<>();
        for (ModelInstrument instrument : product.live) {
            List<OpenOrder> orders = account.orders.stream()
                    .filter(order -> order.instrument == instrument)
                    .map(order -> new OpenOrder(order.side, order.remainingLots, order.lossAtOnceMicros()))
                    .toList();
            long lots = instrument.positionLots(account.accountId);
            months.add(new MonthExposure(instrument.month, lots, instrument.riskArray(account.rating), orders));
        }
        long flatMicros = product.parameters.calendarChargeMicros();
        ProductCharges charges =
                ProductCharges.of(flatMicros, product.rules, product.spreadCharges(), MarginPolicy.defaults(productId));
        return new ProductExposure(productId, charges, months);
    }
}
