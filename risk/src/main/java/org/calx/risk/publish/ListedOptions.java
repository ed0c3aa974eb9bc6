package org.calx.risk.publish;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.calx.model.InstrumentSpec;

/** The live options by their futures, and of each the volatility that its price implied when it was last seen. */
final class ListedOptions {
    private final Map<Integer, TreeMap<Integer, InstrumentSpec>> byFuture = new HashMap<>();
    private final Map<Integer, Double> volatilities = new HashMap<>();

    void list(InstrumentSpec option) {
        byFuture.computeIfAbsent(option.option().underlyingId(), unused -> new TreeMap<>())
                .put(option.instrumentId(), option);
    }

    void expire(InstrumentSpec option) {
        byFuture.get(option.option().underlyingId()).remove(option.instrumentId());
        volatilities.remove(option.instrumentId());
    }

    /** The options on a future, by ascending id. */
    Collection<InstrumentSpec> on(int futureId) {
        TreeMap<Integer, InstrumentSpec> options = byFuture.get(futureId);
        return options == null ? List.of() : options.values();
    }

    boolean isKnown(InstrumentSpec option) {
        return volatilities.containsKey(option.instrumentId());
    }

    /** Takes in what an option costs; a price that implies no volatility changes nothing. */
    void observe(InstrumentSpec option, OptionMarket market, long priceMicros) {
        double volatility = market.volatility(priceMicros);
        if (!Double.isNaN(volatility)) {
            volatilities.put(option.instrumentId(), volatility);
        }
    }

    /** The option's volatility, else that of the nearest strike on the same future that has one. */
    OptionalDouble volatility(InstrumentSpec option) {
        Double own = volatilities.get(option.instrumentId());
        if (own != null) {
            return OptionalDouble.of(own);
        }
        double nearest = Double.NaN;
        long least = Long.MAX_VALUE;
        for (InstrumentSpec other : on(option.option().underlyingId())) {
            long distance =
                    Math.abs(other.option().strikeMicros() - option.option().strikeMicros());
            if (isKnown(other) && distance < least) {
                least = distance;
                nearest = volatilities.get(other.instrumentId());
            }
        }
        return Double.isNaN(nearest) ? OptionalDouble.empty() : OptionalDouble.of(nearest);
    }
}
