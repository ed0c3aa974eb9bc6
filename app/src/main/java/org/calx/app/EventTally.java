package org.calx.app;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.Fixing;
import org.calx.model.RejectReason;

/** Counts what happened on the exchange, from its event stream. State images tell things again, which are counted once. */
final class EventTally implements EventReader {
    private final Map<RejectReason, Long> rejects = new EnumMap<>(RejectReason.class);
    private final Map<Integer, String> tradable = new TreeMap<>();
    private final Set<Fixing> fixings = new HashSet<>();
    private final Set<ExchangeEvent.SettlementPriceSet> settlements = new HashSet<>();
    private final Set<Integer> expiries = new HashSet<>();
    private long lastSequence;
    private long orders;
    private long trades;

    @Override
    public void onEvent(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event) {
        lastSequence = sequence;
        switch (event) {
            case ExchangeEvent.InstrumentListed listed ->
                tradable.put(
                        listed.instrument().instrumentId(), listed.instrument().symbol());
            case ExchangeEvent.OrderAccepted accepted -> orders++;
            case ExchangeEvent.Trade trade -> trades++;
            case ExchangeEvent.FixingPublished fixing -> fixings.add(fixing.fixing());
            case ExchangeEvent.SettlementPriceSet settlement -> settlements.add(settlement);
            case ExchangeEvent.InstrumentExpired expiry -> {
                expiries.add(expiry.instrumentId());
                tradable.remove(expiry.instrumentId());
            }
            case ExchangeEvent.CommandResult result -> count(result);
            default -> {}
        }
    }

    private void count(ExchangeEvent.CommandResult result) {
        if (result.reason() != RejectReason.NONE && !result.duplicate()) {
            rejects.merge(result.reason(), 1L, Long::sum);
        }
    }

    /** Number of the last event, 0 before the first. */
    long lastSequence() {
        return lastSequence;
    }

    /** The instrument listed first of those that have not expired. */
    Optional<String> tradable() {
        return tradable.values().stream().findFirst();
    }

    /** Orders accepted. */
    long orders() {
        return orders;
    }

    /** Trades. */
    long trades() {
        return trades;
    }

    /** Index fixings published. */
    long fixings() {
        return fixings.size();
    }

    /** Daily settlement prices set: one per instrument and business date. */
    long settlements() {
        return settlements.size();
    }

    /** Instruments settled finally. */
    long expiries() {
        return expiries.size();
    }

    /** Refused commands by reason, in order of precedence; commands that were only repeated are not counted again. */
    Map<RejectReason, Long> rejects() {
        return rejects;
    }
}
