package org.calx.gateway.channel;

import java.util.Optional;
import java.util.function.Predicate;
import org.calx.gateway.view.InstrumentView;
import org.calx.gateway.view.Listings;
import org.calx.model.Currency;

/** Which instruments a kind and a currency select. */
public final class InstrumentFilter {
    private static final String ANY = "any";
    private static final java.util.Set<String> OTHER_KINDS =
            java.util.Set.of("spot", "future_combo", "option_combo", "combo");

    private InstrumentFilter() {}

    /** By kind; empty if there is no such kind. */
    public static Optional<Predicate<InstrumentView>> byKind(String kind) {
        if (kind.equals(ANY)) {
            return Optional.of(instrument -> true);
        }
        if (kind.equals("future") || kind.equals("option")) {
            return Optional.of(instrument -> instrument.kind().equals(kind));
        }
        return OTHER_KINDS.contains(kind) ? Optional.of(instrument -> false) : Optional.empty();
    }

    /**
     * By currency: a settlement currency, or a product's code as the base currency of its instruments; empty if there is no
     * such currency.
     */
    public static Optional<Predicate<InstrumentView>> byCurrency(String currency, Listings listings) {
        if (currency.equals(ANY)) {
            return Optional.of(instrument -> true);
        }
        for (Currency settlement : Currency.values()) {
            if (settlement.name().equals(currency)) {
                return Optional.of(instrument -> instrument.product.spec.currency() == settlement);
            }
        }
        return listings.productByCode(currency).map(product -> instrument -> instrument.product == product);
    }
}
