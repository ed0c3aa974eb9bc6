package org.calx.app.scenario;

import java.util.HashMap;
import java.util.Map;
import org.calx.model.Decimals;
import org.calx.model.InstrumentSpec;
import org.calx.model.ProductSpec;

/** All that a scenario has named, and the scales by which numbers become text and back. */
final class ScenarioDictionary {
    private static final int MICROS_SCALE = 6;
    private static final int SHOWN_DIGITS = 2;

    final ScenarioNames senders = new ScenarioNames("sender");
    final ScenarioNames markets = new ScenarioNames("market");
    final ScenarioNames products = new ScenarioNames("product");
    final ScenarioNames instruments = new ScenarioNames("instrument");
    final ScenarioNames accounts = new ScenarioNames("account");
    final ScenarioNames orders = new ScenarioNames("order");
    final ScenarioNames sessions = new ScenarioNames("session");
    final ScenarioNames sessionNumbers = new ScenarioNames("session");

    private final Map<Integer, Long> productTickMicros = new HashMap<>();
    private final Map<Integer, Long> tickMicros = new HashMap<>();
    private final Map<Integer, Integer> unitsPerLot = new HashMap<>();

    /** Learns a product's tick; the first definition holds, as in the exchange. */
    void learn(ProductSpec product) {
        productTickMicros.putIfAbsent(product.productId(), product.tickMicros());
    }

    /** Learns an instrument's tick and lot; the first definition holds, as in the exchange. */
    void learn(InstrumentSpec instrument) {
        tickMicros.putIfAbsent(instrument.instrumentId(), productTickMicros.getOrDefault(instrument.productId(), 1L));
        unitsPerLot.putIfAbsent(instrument.instrumentId(), instrument.unitsPerLot());
    }

    /** A product's tick in micros per unit. */
    long productTickMicros(int productId) {
        return positive(productTickMicros.get(productId), "product", products.name(productId));
    }

    /** An instrument's tick in micros per unit. */
    long tickMicros(int instrumentId) {
        return positive(tickMicros.get(instrumentId), "instrument", instruments.name(instrumentId));
    }

    /** Units of the underlying in one lot of an instrument. */
    int unitsPerLot(int instrumentId) {
        Integer units = unitsPerLot.get(instrumentId);
        return Math.toIntExact(
                positive(units == null ? null : (long) units, "instrument", instruments.name(instrumentId)));
    }

    private static long positive(Long value, String kind, String name) {
        if (value == null || value <= 0) {
            throw new IllegalArgumentException(kind + " '" + name + "' has not been defined with a positive scale");
        }
        return value;
    }

    /** A price in ticks as a decimal. */
    String price(int instrumentId, long priceTicks) {
        return decimal(priceTicks * tickMicros.getOrDefault(instrumentId, 1L));
    }

    /** Micros as a decimal with at least two digits after the point. */
    static String decimal(long micros) {
        return Decimals.format(micros, MICROS_SCALE, SHOWN_DIGITS);
    }
}
