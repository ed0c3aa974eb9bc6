package org.calx.index.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;
import org.calx.index.DecimalMicros;
import org.calx.index.input.ObservationCsv;
import org.calx.model.InstrumentSpec;
import org.calx.model.ProductClass;
import org.calx.model.ProductSpec;

/** The last daily settlement prices of an exchange's compute futures, from its event stream, as quotes for later delivery. */
public final class OwnQuotes implements EventReader {
    private final Map<Integer, ProductSpec> products = new HashMap<>();
    private final Map<Integer, InstrumentSpec> instruments = new HashMap<>();
    private final Map<Integer, ExchangeEvent.SettlementPriceSet> settled = new TreeMap<>();

    @Override
    public void onEvent(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event) {
        switch (event) {
            case ExchangeEvent.ProductDefined(var product) -> products.put(product.productId(), product);
            case ExchangeEvent.InstrumentListed(var listed) -> instruments.put(listed.instrumentId(), listed);
            case ExchangeEvent.SettlementPriceSet price -> settled.put(price.instrumentId(), price);
            case ExchangeEvent.InstrumentExpired expired -> settled.remove(expired.instrumentId());
            default -> {
                // Nothing else prices a future.
            }
        }
    }

    /** The quotes of the last business day on which any was settled, as lines under {@link ForwardQuotes#COLUMNS}. */
    public List<String> lines() {
        int day = settled.values().stream()
                .mapToInt(ExchangeEvent.SettlementPriceSet::businessDay)
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>(List.of(String.join(",", ForwardQuotes.COLUMNS)));
        settled.forEach((id, price) -> {
            InstrumentSpec instrument = instruments.get(id);
            ProductSpec product = products.get(instrument.productId());
            boolean isFuture = product.productClass() == ProductClass.COMPUTE && !instrument.isOption();
            if (price.businessDay() == day && isFuture) {
                lines.add(ObservationCsv.line(List.of(
                        LocalDate.ofEpochDay(day).toString(),
                        "future",
                        product.code(),
                        LocalDate.ofEpochDay(instrument.firstFixingDay()).toString(),
                        LocalDate.ofEpochDay(instrument.lastFixingDay()).toString(),
                        DecimalMicros.text(price.priceMicros()),
                        product.currency().name(),
                        instrument.symbol())));
            }
        });
        return lines;
    }
}
