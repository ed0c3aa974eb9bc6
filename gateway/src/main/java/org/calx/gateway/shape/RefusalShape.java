package org.calx.gateway.shape;

import org.calx.api.event.ExchangeEvent.OrderRefused;
import org.calx.gateway.json.Json;
import org.calx.gateway.view.InstrumentView;
import tools.jackson.databind.node.ObjectNode;

/** What a refused order would have needed. */
public final class RefusalShape {
    private RefusalShape() {}

    /**
     * Fields for the {@code data} of the error: {@code required}, {@code available} and {@code missing} in lots for a limit,
     * in money for margin, and {@code acceptable_amount} in lots; for margin also the active scenario and what the product's
     * requirement is made of.
     */
    public static ObjectNode detail(OrderRefused refusal, InstrumentView instrument) {
        ObjectNode json = Json.object().put("instrument_name", instrument.spec.symbol());
        if (refusal.reason().isCountedInLots()) {
            json.put("required", refusal.required())
                    .put("available", refusal.available())
                    .put("missing", refusal.missing());
        } else {
            json.put("currency", instrument.product.spec.currency().name())
                    .put("required", Json.micros(refusal.required()))
                    .put("available", Json.micros(refusal.available()))
                    .put("missing", Json.micros(refusal.missing()));
        }
        if (refusal.scenario() != 0) {
            json.put("product", instrument.product.spec.code())
                    .put("scenario", refusal.scenario())
                    .put("scan_risk", Json.micros(refusal.scanningMicros()))
                    .put("charges", Json.micros(refusal.chargesMicros()));
        }
        return json.put("acceptable_amount", refusal.acceptableLots());
    }
}
