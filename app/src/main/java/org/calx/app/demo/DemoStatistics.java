package org.calx.app.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.MarketPhase;
import org.calx.model.RejectReason;

/** Counts what happens in the demo market, from its events and from the answers to its own commands. */
final class DemoStatistics implements EventReader {

    private static final int MAX_NOTICES = 100;

    /** Trades of one instrument. */
    record Volume(long trades, long lots) {}

    /** An expiry as it happened. */
    record Expiry(String symbol, long finalPriceMicros, int fixings) {}

    private final VenueView venue;
    private final Map<Integer, Volume> volumes = new TreeMap<>();
    private final Map<RejectReason, Long> operatorOutcomes = new EnumMap<>(RejectReason.class);
    private final Map<RejectReason, Long> botOutcomes = new EnumMap<>(RejectReason.class);
    /** By symbol: state images tell an expiry again. */
    private final Map<String, Expiry> expiries = new LinkedHashMap<>();

    private final List<String> notices = new ArrayList<>();
    private long events;
    private long trades;
    private long tradedLots;
    private long daysClosed;
    private MarketPhase phase = MarketPhase.CLOSED;

    /** @param venue the view that is told the same events first */
    DemoStatistics(VenueView venue) {
        this.venue = venue;
    }

    @Override
    public void onEvent(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event) {
        events++;
        switch (event) {
            case ExchangeEvent.Trade trade -> {
                trades++;
                tradedLots += trade.quantityLots();
                volumes.merge(
                        trade.instrumentId(),
                        new Volume(1, trade.quantityLots()),
                        (a, b) -> new Volume(a.trades() + b.trades(), a.lots() + b.lots()));
            }
            case ExchangeEvent.InstrumentExpired expired -> onExpiry(expired);
            case ExchangeEvent.MarketPhaseChanged changed -> onPhase(changed);
            default -> {
                // Not counted.
            }
        }
    }

    private void onExpiry(ExchangeEvent.InstrumentExpired expired) {
        String symbol = venue.instrument(expired.instrumentId()).symbol();
        expiries.put(symbol, new Expiry(symbol, expired.priceMicros(), expired.fixings()));
    }

    private void onPhase(ExchangeEvent.MarketPhaseChanged changed) {
        if (changed.marketId() == DemoProduct.COMPUTE_MARKET) {
            if (phase == MarketPhase.CLOSING && changed.phase() == MarketPhase.CLOSED) {
                daysClosed++;
            }
            phase = changed.phase();
        }
    }

    void onOperatorOutcome(RejectReason reason) {
        operatorOutcomes.merge(reason, 1L, Long::sum);
    }

    void onBotOutcome(RejectReason reason) {
        botOutcomes.merge(reason, 1L, Long::sum);
    }

    /** Keeps a notice for the report; the first {@value #MAX_NOTICES} are kept. */
    void onNotice(String text) {
        if (notices.size() < MAX_NOTICES) {
            notices.add(text);
        }
    }

    long events() {
        return events;
    }

    long trades() {
        return trades;
    }

    long tradedLots() {
        return tradedLots;
    }

    long daysClosed() {
        return daysClosed;
    }

    /** Volume by instrument id; instruments without trades are absent. */
    Map<Integer, Volume> volumes() {
        return Collections.unmodifiableMap(volumes);
    }

    /** Answers to the operator's commands, by reason. */
    Map<RejectReason, Long> operatorOutcomes() {
        return Collections.unmodifiableMap(operatorOutcomes);
    }

    /** Answers to the trading programs' commands, by reason. */
    Map<RejectReason, Long> botOutcomes() {
        return Collections.unmodifiableMap(botOutcomes);
    }

    List<Expiry> expiries() {
        return List.copyOf(expiries.values());
    }

    List<String> notices() {
        return List.copyOf(notices);
    }
}
