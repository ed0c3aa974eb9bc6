package org.calx.app;

import java.util.EnumMap;
import java.util.Map;
import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.RejectReason;

/** Counts what happened on the exchange, from its event stream. Written by one thread, read after that thread has ended. */
final class EventTally implements EventReader {
    private final Map<RejectReason, Long> rejects = new EnumMap<>(RejectReason.class);
    private long orders;
    private long trades;
    private long fixings;
    private long settlements;
    private long expiries;

    @Override
    public void onEvent(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event) {
        switch (event) {
            case ExchangeEvent.OrderAccepted accepted -> orders++;
            case ExchangeEvent.Trade trade -> trades++;
            case ExchangeEvent.FixingPublished fixing -> fixings++;
            case ExchangeEvent.SettlementPriceSet settlement -> settlements++;
            case ExchangeEvent.InstrumentExpired expiry -> expiries++;
            case ExchangeEvent.CommandResult result -> count(result);
            default -> {}
        }
    }

    private void count(ExchangeEvent.CommandResult result) {
        if (result.reason() != RejectReason.NONE && !result.duplicate()) {
            rejects.merge(result.reason(), 1L, Long::sum);
        }
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
        return fixings;
    }

    /** Daily settlement prices set: one per instrument and business date. */
    long settlements() {
        return settlements;
    }

    /** Instruments settled finally. */
    long expiries() {
        return expiries;
    }

    /** Refused commands by reason, in order of precedence; commands that were only repeated are not counted again. */
    Map<RejectReason, Long> rejects() {
        return rejects;
    }
}
