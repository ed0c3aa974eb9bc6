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
import org.calx.model.InstrumentSpec;
import org.calx.model.PolicyKind;
import org.calx.model.ProductSpec;

/**
 * What a publisher knows from the event stream: live instruments, their books, marks and arrays, and what was last heard of
 * the sender that publishes. Complete from the venue's opening or a whole state image on.
 */
final class PublisherView implements EventReader {
    private final int senderId;
    private final PublishSettings settings;
    private final LiveBooks books = new LiveBooks();
    private final Map<Integer, ProductSpec> products = new HashMap<>();
    private final TreeMap<Integer, InstrumentSpec> instruments = new TreeMap<>();
    private final Map<Integer, Long> marks = new HashMap<>();
    private final Map<Integer, ExchangeEvent.RiskArraySet> arrays = new HashMap<>();
    private final ProductVolatilities volatilities = new ProductVolatilities();
    private final Map<Integer, PolicyKind> policies = new HashMap<>();
    private final Map<Integer, Integer> businessDays = new HashMap<>();
    private final AveragingMonths months = new AveragingMonths();
    private final ListedOptions options = new ListedOptions();
    private final MarkAges ages = new MarkAges();
    private final Set<Integer> changed = new LinkedHashSet<>();
    private boolean hasImageBegun;
    private boolean imageRuns;
    private boolean complete;
    private long lastSequence;
    private long resultsHeard;
    private int highestEpoch;

    PublisherView(int senderId, long afterSequence, PublishSettings settings) {
        this.senderId = senderId;
        this.settings = settings;
        lastSequence = afterSequence;
    }

    @Override
    public void onEvent(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event) {
        lastSequence = sequence;
        if (ages.onTime(timestampNs)) {
            instruments.values().stream().filter(ages::isDue).forEach(due -> changed.add(due.instrumentId()));
        }
        books.onEvent(event).ifPresent(this::bookChanged);
        switch (event) {
            case ExchangeEvent.VenueOpened e -> complete |= !hasImageBegun;
            case ExchangeEvent.ImageBegin e -> imageBegins();
            case ExchangeEvent.ImageEnd e -> imageEnds();
            case ExchangeEvent.ProductDefined e -> products.put(e.product().productId(), e.product());
            case ExchangeEvent.MarketDefined e ->
                dayBegins(e.market().marketId(), e.market().firstBusinessDay());
            case ExchangeEvent.MarketPhaseChanged e -> dayBegins(e.marketId(), e.businessDay());
            case ExchangeEvent.ProductParametersSet e -> ages.onParameters(e.parameters());
            case ExchangeEvent.MarginPolicySet e ->
                policies.put(e.policy().productId(), e.policy().kind());
            case ExchangeEvent.InstrumentListed e -> listed(e.instrument());
            case ExchangeEvent.InstrumentExpired e -> expired(e.instrumentId());
            case ExchangeEvent.MarkSet e -> marked(e.instrumentId(), e.markMicros());
            case ExchangeEvent.RiskArraySet e -> {
                arrays.put(e.instrumentId(), e);
                changed.add(e.instrumentId());
            }
            case ExchangeEvent.RiskRulesSet e -> {
                volatilities.onRules(e.rules());
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

    private void imageBegins() {
        hasImageBegun = true;
        imageRuns = true;
    }

    /** What was told before the first whole image is not priced until then. */
    private void imageEnds() {
        imageRuns = false;
        if (hasImageBegun && !complete) {
            complete = true;
            instruments.keySet().forEach(this::bookChanged);
        }
    }

    /** A day less is left to all options of a market; an image tells the market's first day again. */
    private void dayBegins(int marketId, int businessDay) {
        if (businessDay <= businessDays.getOrDefault(marketId, Integer.MIN_VALUE)) {
            return;
        }
        businessDays.put(marketId, businessDay);
        for (InstrumentSpec instrument : instruments.values()) {
            ProductSpec product = products.get(instrument.productId());
            if (instrument.isOption() && product != null && product.marketId() == marketId) {
                changed.add(instrument.instrumentId());
            }
        }
    }

    private void listed(InstrumentSpec instrument) {
        instruments.put(instrument.instrumentId(), instrument);
        if (instrument.isOption()) {
            options.list(instrument);
        }
        bookChanged(instrument.instrumentId());
    }

    private void expired(int instrumentId) {
        months.forget(instrumentId);
        ages.forget(instrumentId);
        InstrumentSpec instrument = instruments.remove(instrumentId);
        if (instrument != null && instrument.isOption()) {
            options.expire(instrument);
        }
    }

    private void marked(int instrumentId, long markMicros) {
        marks.put(instrumentId, markMicros);
        if (imageRuns) {
            ages.retell(instrumentId);
        } else {
            ages.renew(instrumentId);
        }
        bookChanged(instrumentId);
        for (InstrumentSpec option : options.on(instrumentId)) {
            bookChanged(option.instrumentId());
        }
    }

    private void bookChanged(int instrumentId) {
        changed.add(instrumentId);
        InstrumentSpec instrument = instruments.get(instrumentId);
        if (complete && instrument != null && instrument.isOption() && !isOrphan(instrument)) {
            priced(instrument);
        }
    }

    /** An option's book tells its volatility; one that has never had a book is taken for worth its first price. */
    private void priced(InstrumentSpec option) {
        OptionalLong midMicros = midMicros(option);
        if (midMicros.isPresent() || !options.isKnown(option)) {
            options.observe(option, market(option), midMicros.orElse(markMicros(option)));
        }
    }

    private void fixed(Fixing fixing) {
        months.onFixing(fixing);
        for (InstrumentSpec instrument : instruments.values()) {
            if (instrument.productId() == fixing.productId() && AveragingMonths.has(instrument, fixing.day())) {
                changed.add(instrument.instrumentId());
            }
        }
        if (volatilities.onFixing(fixing)) {
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
    OptionalLong midMicros(InstrumentSpec instrument) {
        OptionalLong twice = books.twiceMidTicks(instrument.instrumentId(), settings.widestSpreadTicks());
        long tickMicros = tickMicros(instrument);
        return twice.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.floorDiv(Math.multiplyExact(twice.getAsLong(), tickMicros), 2));
    }

    /** Whether it is an option whose future has expired, which is about to be settled. */
    boolean isOrphan(InstrumentSpec instrument) {
        return instrument.isOption() && future(instrument) == null;
    }

    /** The future of an option that is no orphan. */
    InstrumentSpec future(InstrumentSpec option) {
        return instruments.get(option.option().underlyingId());
    }

    /** The market of an option that is no orphan. */
    OptionMarket market(InstrumentSpec option) {
        InstrumentSpec future = future(option);
        ProductSpec product = products.get(option.productId());
        int today = businessDays.getOrDefault(product.marketId(), 0);
        return OptionMarket.of(option, product.productClass(), markMicros(future), months.varianceYears(future, today));
    }

    /** The volatility that an option's book implies, or did when it last had one; else another option's on its future, else the usual one. */
    double volatility(InstrumentSpec option, OptionMarket market) {
        double usual = settings.optionVolatilityPermille() / 1_000.0;
        return options.volatility(option).orElseGet(() -> market.volatilityOf(usual));
    }

    /** Whether the instrument's product is scanned in 16 scenarios. */
    boolean isScanned(InstrumentSpec instrument) {
        return policies.getOrDefault(instrument.productId(), PolicyKind.SPAN) == PolicyKind.SPAN;
    }

    long tickMicros(InstrumentSpec instrument) {
        return products.get(instrument.productId()).tickMicros();
    }

    /** The mark in force, or the price that the instrument was listed at. */
    long markMicros(InstrumentSpec instrument) {
        return marks.getOrDefault(instrument.instrumentId(), instrument.referencePriceMicros());
    }

    /** How old marks are. */
    MarkAges ages() {
        return ages;
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

    /** What a product's arrays are multiplied by for volatility, ten-thousandths. */
    int volatilityBps(int productId) {
        return volatilities.bps(productId);
    }
}
