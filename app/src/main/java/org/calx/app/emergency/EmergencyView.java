package org.calx.app.emergency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketPhase;
import org.calx.model.ProductSpec;
import org.calx.model.ProtocolVersion;

/** What is there to be halted and cancelled, from a state image and what follows it. */
final class EmergencyView implements EventReader {
    /** Where an account has, or had since the image, a working order. */
    record Place(int accountId, int instrumentId) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byAccount = Integer.compare(accountId, other.accountId);
            return byAccount != 0 ? byAccount : Integer.compare(instrumentId, other.instrumentId);
        }
    }

    private final Map<Integer, String> marketCodes = new TreeMap<>();
    private final Map<Integer, ExchangeEvent.MarketPhaseChanged> phases = new TreeMap<>();
    private final Map<String, ProductSpec> products = new TreeMap<>();
    private final Map<Integer, InstrumentSpec> instruments = new TreeMap<>();
    private final SortedSet<Place> places = new TreeSet<>();
    private int protocolVersion = ProtocolVersion.FIRST.number();
    private boolean isImageBegun;
    private boolean isComplete;

    @Override
    public void onEvent(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event) {
        switch (event) {
            case ExchangeEvent.ImageBegin _ -> isImageBegun = true;
            case ExchangeEvent.ImageEnd _ -> isComplete |= isImageBegun;
            case ExchangeEvent.MarketDefined(var market) -> marketCodes.put(market.marketId(), market.code());
            case ExchangeEvent.ProtocolVersionSet set -> protocolVersion = set.version();
            case ExchangeEvent.MarketPhaseChanged changed -> phases.put(changed.marketId(), changed);
            case ExchangeEvent.ProductDefined(var product) -> products.put(product.code(), product);
            case ExchangeEvent.InstrumentListed(var instrument) ->
                instruments.put(instrument.instrumentId(), instrument);
            case ExchangeEvent.OrderAccepted order -> places.add(new Place(order.accountId(), order.instrumentId()));
            case ExchangeEvent.ImageOrder order -> places.add(new Place(order.accountId(), order.instrumentId()));
            default -> {
                // Prices and money are not needed to stop.
            }
        }
    }

    /** Whether a whole image has been read. */
    boolean isComplete() {
        return isComplete;
    }

    /** The version of its protocol that the venue is at. */
    int protocolVersion() {
        return protocolVersion;
    }

    /** The markets by code that could be halted: those that are open. */
    Map<String, ExchangeEvent.MarketPhaseChanged> openMarkets() {
        Map<String, ExchangeEvent.MarketPhaseChanged> open = new TreeMap<>();
        phases.forEach((marketId, phase) -> {
            if (phase.phase() == MarketPhase.OPEN || phase.phase() == MarketPhase.CLOSING) {
                open.put(marketCodes.get(marketId), phase);
            }
        });
        return open;
    }

    /** All markets' codes. */
    Iterable<String> markets() {
        return marketCodes.values();
    }

    /** All products' codes. */
    Iterable<String> productCodes() {
        return products.keySet();
    }

    /** Where orders are in a product's instruments. */
    List<Place> ordersIn(String product) {
        List<Place> found = new ArrayList<>();
        for (Place place : places) {
            InstrumentSpec instrument = instruments.get(place.instrumentId());
            if (instrument != null
                    && instrument.productId() == products.get(product).productId()) {
                found.add(place);
            }
        }
        return found;
    }

    /** The accounts that have orders. */
    SortedSet<Integer> accountsWithOrders() {
        SortedSet<Integer> accounts = new TreeSet<>();
        places.forEach(place -> accounts.add(place.accountId()));
        return accounts;
    }
}
