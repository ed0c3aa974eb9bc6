package org.calx.gateway.shape;

import org.calx.gateway.json.Json;
import org.calx.gateway.view.MarketView;
import org.calx.gateway.view.PublishedFixing;
import org.calx.gateway.view.Views;
import org.calx.model.Fixing;
import org.calx.model.FixingStatus;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The venue and its indices. */
public final class VenueShape {
    private VenueShape() {}

    /** Clock, business dates, phases and notes. */
    public static ObjectNode venue(Views views, long logNowNs, VenueNotes notes) {
        ObjectNode json =
                Json.object().put("venue_time", Prices.ms(views.venue().venueTimeNs(logNowNs)));
        ObjectNode dates = json.putObject("business_dates");
        ObjectNode phases = json.putObject("phases");
        for (MarketView market : views.listings().markets()) {
            dates.put(market.spec.code(), Prices.date(market.businessDay()));
            phases.put(market.spec.code(), Codes.of(market.phase()));
        }
        json.put("notice", notes.notice());
        ArrayNode attribution = json.putArray("attribution");
        notes.attribution().forEach(attribution::add);
        return json;
    }

    /** One fixing of an index. */
    public static ObjectNode fixing(PublishedFixing published) {
        Fixing fixing = published.fixing();
        return Json.object()
                .put("date", Prices.date(fixing.day()))
                .put("timestamp", Prices.ms(published.timestampNs()))
                .put("price", Json.micros(fixing.priceMicros()))
                .put("contributors", fixing.contributors())
                .put("status", fixing.status() == FixingStatus.FINAL ? "final" : "preliminary");
    }
}
