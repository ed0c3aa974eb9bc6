package org.calx.risk.publish;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.Fixing;
import org.calx.model.FixingStatus;
import org.calx.model.InstrumentSpec;
import org.calx.model.ProductSpec;
import org.calx.model.RiskRules;
import org.calx.model.VolatilityState;

/**
 * What a publisher knows from the event stream: live instruments, their books, marks and arrays, and what was last heard of
 * the sender that publishes. Complete from the venue's opening or a whole state image on.
 */
final class PublisherView implements EventReader {
    /** Five years of business days. */
    private static final int REMEMBERED_VOLATILITIES = 1_250;

    private final int senderId;
    private final LiveBooks books = new LiveBooks();
    private final Map<Integer, ProductSpec> products = new HashMap<>();
    private final TreeMap<Integer, InstrumentSpec> instruments = new TreeMap<>();
    private final Map<Integer, Long> marks = new HashMap<>();
    private final Map<Integer, ExchangeEvent.RiskArraySet> arrays = new HashMap<>();
    private final Map<Integer, RiskRules> rules = new HashMap<>();
    private final Map<Integer, Fixing> lastFixings = new HashMap<>();
    private final Map<Integer, VolatilityWatch> watches = new HashMap<>();
    private final AveragingMonths months = new AveragingMonths();
    private final Set<Integer> changed = new LinkedHashSet<>();
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
        books.onEvent(event).ifPresent(changed::add);
        switch (event) {
            case ExchangeEvent.VenueOpened e -> complete |= !imageRuns;
            case ExchangeEvent.ImageBegin e -> imageRuns = true;
            case ExchangeEvent.ImageEnd e -> complete |= imageRuns;
            case ExchangeEvent.ProductDefined e -> products.put(e.product().productId(), e.product());
            case ExchangeEvent.InstrumentListed e -> {
                instruments.put(e.instrument().instrumentId(), e.instrument());
                changed.add(e.instrument().instrumentId());
            }
            case ExchangeEvent.InstrumentExpired e -> {
                instruments.remove(e.instrumentId());
                months.forget(e.instrumentId());
            }
            case ExchangeEvent.MarkSet e -> {
                marks.put(e.instrumentId(), e.markMicros());
                changed.add(e.instrumentId());
            }
            case ExchangeEvent.RiskArraySet e -> {
                arrays.put(e.instrumentId(), e);
                changed.add(e.instrumentId());
            }
            case ExchangeEvent.RiskRulesSet e -> {
                rules.put(e.rules().productId(), e.rules());
                productChanged(e.rules().productId());
            }
            case ExchangeEvent.FixingPublished e -> fixed(e.fixing());
            case ExchangeEvent.CommandResult e
            when e.senderId() == senderId -> {
                resultsHeard++;
                highestEpoch = Math.max(highestEpoch, e.epoch());
            }
            default -> {}
        }
    }

    private void fixed(Fixing fixing) {
        months.onFixing(fixing);
        for (InstrumentSpec instrument : instruments.values()) {
            if (instrument.productId() == fixing.productId() && AveragingMonths.has(instrument, fixing.day())) {
                changed.add(instrument.instrumentId());
            }
        }
        watch(fixing);
    }

    /** A final fixing of a later day is a return of the product; state images tell earlier ones again. */
    private void watch(Fixing fixing) {
        Fixing before = lastFixings.get(fixing.productId());
        if (fixing.status() != FixingStatus.FINAL || (before != null && fixing.day() <= before.day())) {
            return;
        }
        lastFixings.put(fixing.productId(), fixing);
        if (before == null || before.priceMicros() <= 0 || fixing.priceMicros() <= 0) {
            return;
        }
        VolatilityWatch watch =
                watches.computeIfAbsent(fixing.productId(), unused -> new VolatilityWatch(REMEMBERED_VOLATILITIES));
        VolatilityState old = watch.state();
        if (watch.observe(Math.log((double) fixing.priceMicros() / before.priceMicros())) != old) {
            productChanged(fixing.productId());
        }
    }

    private void productChanged(int productId) {
        for (InstrumentSpec instrument : instruments.values()) {
            if (instrument.productId() == productId) {
                changed.add(instrument.instrumentId());
            }
        }
    }

    /** Months that are partly fixed. */
    AveragingMonths months() {
        return months;
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

    /** Instruments of which something has changed since they were taken out of it; expired ones too. */
    Set<Integer> changed() {
        return changed;
    }

    /** The instrument, or null if it has expired. */
    InstrumentSpec live(int instrumentId) {
        return instruments.get(instrumentId);
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
        ExchangeEvent.RiskArraySet array = arrays.get(instrumentId);
        return array == null ? 0 : array.version();
    }

    /** The risk array in force; empty if there is none. */
    long[] lossesInForce(int instrumentId) {
        ExchangeEvent.RiskArraySet array = arrays.get(instrumentId);
        return array == null ? new long[0] : array.lossMicrosPerLot();
    }

    /**
     * What arrays are multiplied by for volatility, in ten-thousandths: what the product's rules say for a state that the
     * watch finds elevated; 10,000 where operators have set such a state in the rules, because the exchange multiplies then.
     */
    int volatilityBps(int productId) {
        VolatilityWatch watch = watches.get(productId);
        RiskRules inForce = rules.getOrDefault(productId, RiskRules.defaults(productId));
        boolean counts = watch != null
                && watch.state() == VolatilityState.ELEVATED
                && inForce.volatilityState() == VolatilityState.NORMAL;
        return counts ? inForce.elevatedBps() : RiskRules.UNIT_BPS;
    }
}
