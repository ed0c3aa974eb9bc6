package org.calx.risk.publish;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.InstrumentSpec;
import org.calx.model.ProductSpec;

/**
 * What a publisher knows from the event stream: live instruments, their books, marks and arrays, and what was last heard of
 * the sender that publishes. Complete from the venue's opening or a whole state image on.
 */
final class PublisherView implements EventReader {
    private final int senderId;
    private final LiveBooks books = new LiveBooks();
    private final Map<Integer, ProductSpec> products = new HashMap<>();
    private final TreeMap<Integer, InstrumentSpec> instruments = new TreeMap<>();
    private final Map<Integer, Long> marks = new HashMap<>();
    private final Map<Integer, Long> arrayVersions = new HashMap<>();
    private boolean imageRuns;
    private boolean complete;
    private long lastSequence;
    private long resultsHeard;
    private int highestEpoch;

    PublisherView(int senderId, long afterSequence) {
        this.senderId = senderId;
        lastSequence = afterSequence;
    }

    @Override
    public void onEvent(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event) {
        lastSequence = sequence;
        books.onEvent(event);
        switch (event) {
            case ExchangeEvent.VenueOpened e -> complete |= !imageRuns;
            case ExchangeEvent.ImageBegin e -> imageRuns = true;
            case ExchangeEvent.ImageEnd e -> complete |= imageRuns;
            case ExchangeEvent.ProductDefined e -> products.put(e.product().productId(), e.product());
            case ExchangeEvent.InstrumentListed e ->
                instruments.put(e.instrument().instrumentId(), e.instrument());
            case ExchangeEvent.InstrumentExpired e -> instruments.remove(e.instrumentId());
            case ExchangeEvent.MarkSet e -> marks.put(e.instrumentId(), e.markMicros());
            case ExchangeEvent.RiskArraySet e -> arrayVersions.put(e.instrumentId(), e.version());
            case ExchangeEvent.CommandResult e
            when e.senderId() == senderId -> {
                resultsHeard++;
                highestEpoch = Math.max(highestEpoch, e.epoch());
            }
            default -> {}
        }
    }

    boolean isComplete() {
        return complete;
    }

    long lastSequence() {
        return lastSequence;
    }

    /** How many results of the publishing sender were read, of any epoch: it grows while a publisher is at work. */
    long resultsHeard() {
        return resultsHeard;
    }

    /** The highest epoch of the sender that was read, 0 for none. */
    int highestEpoch() {
        return highestEpoch;
    }

    /** Instruments that have not expired, by id. */
    Iterable<InstrumentSpec> liveInstruments() {
        return instruments.values();
    }

    /** The mid of the book in micros per unit, half a micro rounded down, if both sides are there and near. */
    OptionalLong midMicros(InstrumentSpec instrument, long widestSpreadTicks) {
        OptionalLong twice = books.twiceMidTicks(instrument.instrumentId(), widestSpreadTicks);
        long tickMicros = tickMicros(instrument);
        return twice.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.floorDiv(Math.multiplyExact(twice.getAsLong(), tickMicros), 2));
    }

    long tickMicros(InstrumentSpec instrument) {
        return products.get(instrument.productId()).tickMicros();
    }

    /** The mark in force, or the price that the instrument was listed at. */
    long markMicros(InstrumentSpec instrument) {
        return marks.getOrDefault(instrument.instrumentId(), instrument.referencePriceMicros());
    }

    /** Version of the risk array in force, 0 for none. */
    long arrayVersion(int instrumentId) {
        return arrayVersions.getOrDefault(instrumentId, 0L);
    }
}
