package org.calx.gateway.shape;

import org.calx.gateway.json.Json;
import org.calx.gateway.margin.AccountMargin;
import org.calx.gateway.view.AccountView;
import org.calx.gateway.view.InstrumentView;
import org.calx.gateway.view.ProductView;
import org.calx.margin.ProductMargin;
import org.calx.model.Currency;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Margin in its parts. */
public final class MarginShape {
    private MarginShape() {}

    /**
     * One currency: what the account has, must hold now, and would have to hold. {@code accepted} is the exchange's own rule:
     * the requirement does not rise, or equity covers it.
     */
    public static ObjectNode currency(AccountView account, Currency currency, long beforeMicros, long afterMicros) {
        long equity = Math.addExact(account.balanceMicros(currency), account.floatingMicros(currency));
        return Json.object()
                .put("currency", currency.name())
                .put("equity", Json.micros(equity))
                .put("requirement_before", Json.micros(beforeMicros))
                .put("requirement", Json.micros(afterMicros))
                .put("added", Json.micros(Math.subtractExact(afterMicros, beforeMicros)))
                .put("available_funds", Json.micros(Math.subtractExact(equity, afterMicros)))
                .put("accepted", afterMicros <= beforeMicros || afterMicros <= equity);
    }

    /** One product: components, active scenario, and the loss in each row. */
    public static ObjectNode product(ProductView product, AccountMargin before, AccountMargin after) {
        ProductMargin margin = after.of(product);
        ObjectNode json = Json.object()
                .put("product", product.spec.code())
                .put("currency", product.spec.currency().name())
                .put("requirement_before", Json.micros(before.of(product).requirementMicros()))
                .put("requirement", Json.micros(margin.requirementMicros()))
                .put("scan_risk", Json.micros(margin.scanningMicros()))
                .put("active_scenario", margin.activeScenario())
                .put("calendar_spreads", margin.calendarSpreads())
                .put("calendar_charge", Json.micros(margin.calendarMicros()))
                .put("delivery_charge", Json.micros(margin.deliveryMicros()))
                .put("inter_commodity_credit", Json.micros(margin.creditMicros()))
                .put("short_option_minimum", Json.micros(margin.shortOptionMicros()))
                .put("fills_at_once", Json.micros(margin.atOnceMicros()))
                .put("concentration_charge", Json.micros(margin.concentrationMicros()))
                .put("array_multiplier", Json.decimal(after.multiplierBps(product), 4));
        ArrayNode losses = json.putArray("scenario_losses");
        for (long loss : after.lossesMicros(product)) {
            losses.add(Json.micros(loss));
        }
        ArrayNode instruments = json.putArray("instruments");
        after.instruments(product).forEach(instrument -> instruments.add(instrument(instrument)));
        return json;
    }

    private static ObjectNode instrument(InstrumentView instrument) {
        return Json.object()
                .put("instrument_name", instrument.spec.symbol())
                .put("array_version", instrument.arrayVersion())
                .put("valuation_price", Json.micros(instrument.valuationMicros()));
    }
}
