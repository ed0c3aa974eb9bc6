package org.calx.gateway.shape;

import org.calx.gateway.json.Json;
import org.calx.gateway.view.InstrumentView;
import org.calx.gateway.view.ProductView;
import org.calx.model.Currency;
import org.calx.model.OptionTerms;
import org.calx.model.OptionType;
import org.calx.model.ProductParameters;
import tools.jackson.databind.node.ObjectNode;

/** Instruments and currencies. */
public final class InstrumentShape {
    private static final long DAY_MS = 86_400_000L;

    private InstrumentShape() {}

    /** One listed contract. A lot is the unit of amount; {@code contract_size} says how many units it holds. */
    public static ObjectNode instrument(InstrumentView instrument) {
        ProductView product = instrument.product;
        String currency = product.spec.currency().name();
        ObjectNode json = Json.object()
                .put("instrument_name", instrument.spec.symbol())
                .put("instrument_id", instrument.spec.instrumentId())
                .put("kind", instrument.kind())
                .put("instrument_type", "linear")
                .put("settlement_period", "month")
                .put("base_currency", product.spec.code())
                .put("quote_currency", currency)
                .put("counter_currency", currency)
                .put("settlement_currency", currency)
                .put("price_index", product.spec.code())
                .put("contract_size", instrument.spec.unitsPerLot())
                .put("unit_name", product.spec.unitName())
                .put("tick_size", Json.micros(product.spec.tickMicros()))
                .put("min_trade_amount", 1)
                .put("is_active", !instrument.isExpired())
                .put("state", instrument.isExpired() ? "closed" : "open")
                .put("creation_timestamp", Prices.ms(instrument.listedNs))
                .put("expiration_timestamp", endOfDayMs(instrument.spec.lastTradingDay()));
        if (instrument.spec.isOption()) {
            OptionTerms option = instrument.spec.option();
            json.put("option_type", option.type() == OptionType.CALL ? "call" : "put")
                    .put("strike", Json.micros(option.strikeMicros()));
        } else {
            json.put("future_type", "linear");
        }
        json.putArray("tick_size_steps");
        addParameters(json, product.parameters());
        return json;
    }

    private static void addParameters(ObjectNode json, ProductParameters parameters) {
        if (parameters != null) {
            json.put("max_trade_amount", parameters.maxOrderLots())
                    .put("position_limit", parameters.positionLimitLots())
                    .put("maker_fee_per_lot", Json.micros(parameters.makerFeeMicrosPerLot()))
                    .put("taker_fee_per_lot", Json.micros(parameters.takerFeeMicrosPerLot()))
                    .put("settlement_fee_per_lot", Json.micros(parameters.settlementFeeMicrosPerLot()));
        }
    }

    private static long endOfDayMs(int day) {
        return (day + 1) * DAY_MS - 1_000;
    }

    /** A settlement currency. */
    public static ObjectNode currency(Currency currency) {
        return currency(currency.name(), currency.name(), "fiat");
    }

    /** A product as the base currency of its instruments. */
    public static ObjectNode currency(ProductView product) {
        return currency(
                product.spec.code(),
                product.spec.code() + " " + product.spec.unitName(),
                product.spec.productClass().name().toLowerCase(java.util.Locale.ROOT));
    }

    private static ObjectNode currency(String code, String name, String type) {
        return Json.object()
                .put("currency", code)
                .put("currency_long", name)
                .put("coin_type", type)
                .put("min_confirmations", 0)
                .put("fee_precision", 6)
                .put("withdrawal_fee", 0);
    }
}
