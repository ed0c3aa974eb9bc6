package org.calx.gateway.rpc;

import java.util.function.Predicate;
import org.calx.gateway.channel.InstrumentFilter;
import org.calx.gateway.view.InstrumentView;
import org.calx.gateway.view.Listings;

/** The parameters {@code currency}, {@code kind} and {@code instrument_name} as a choice of instruments. */
final class Selection {
    private Selection() {}

    /** What {@code currency} and {@code kind} select; without them everything. */
    static Predicate<InstrumentView> byCurrencyAndKind(Params params, Listings listings) {
        String currency = params.optionalText("currency").orElse("any");
        String kind = params.optionalText("kind").orElse("any");
        Predicate<InstrumentView> wanted = InstrumentFilter.byCurrency(currency, listings)
                .orElseThrow(() -> RpcException.invalid("currency", "there is no currency or product " + currency));
        return InstrumentFilter.byKind(kind)
                .orElseThrow(() -> RpcException.invalid("kind", "there is no kind " + kind))
                .and(wanted);
    }

    /** The one instrument of {@code instrument_name}. */
    static Predicate<InstrumentView> byName(Params params, Listings listings) {
        InstrumentView wanted = params.instrument(listings);
        return instrument -> instrument == wanted;
    }
}
