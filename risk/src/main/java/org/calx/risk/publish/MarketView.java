package org.calx.risk.publish;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.Fixing;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarginPolicy;
import org.calx.model.PolicyKind;
import org.calx.model.ProductSpec;
import org.calx.risk.array.ScanRange;
import org.calx.risk.array.Scenario;

/** The market as the event stream tells it: live instruments, their books, marks and arrays, and what these depend on. */
final class MarketView {
    private static final double EXTREME_MULTIPLE = 3;
    private static final double EXTREME_COVER = 1 / 3.0;
    private static final List<Scenario> USUAL_SCENARIOS = ScanRange.usualScenarios(EXTREME_MULTIPLE, EXTREME_COVER);

    private final PublishSettings settings;
    private final LiveBooks books = new LiveBooks();
    private final Map<Integer, ProductSpec> products = new HashMap<>();
    private final TreeMap<Integer, InstrumentSpec> instruments = new TreeMap<>();
    private final Map<Integer, Long> marks = new HashMap<>();
    private final Map<Integer, ExchangeEvent.RiskArraySet> arrays = new HashMap<>();
    private final ProductVolatilities volatilities = new ProductVolatilities();
    private final Map<Integer, MarginPolicy> policies = new HashMap<>();
    private final Map<Integer, Integer> businessDays = new HashMap<>();
    private final AveragingMonths months = new AveragingMonths();
    private final ListedOptions options = new ListedOptions();
    private final MarkAges ages = new MarkAges();
    private final Set<Integer> changed = new LinkedHashSet<>();
    private boolean retold;
    private boolean complete;

    MarketView(PublishSettings settings) {
        this.settings = settings;
    }

    /** Says whether a state image runs, which tells again what is so. */
    void retold(boolean byImage) {
        retold = byImage;
    }

    /** All that came before has been told. Options are priced from here on. */
    void complete() {
        if (!complete) {
            complete = true;
            instruments.keySet().forEach(this::touch);
        }
    }

    boolean isComplete() {
        return complete;
    }

    void onEvent(long timestampNs, ExchangeEvent event) {
        if (ages.onTime(timestampNs)) {
            instruments.values().stream().filter(ages::isDue).forEach(due -> changed.add(due.instrumentId()));
        }
        books.onEvent(event).ifPresent(this::touch);
        switch (event) {
            case ExchangeEvent.ProductDefined e -> products.put(e.product().productId(), e.product());
            case ExchangeEvent.MarketDefined e ->
                dayBegins(e.market().marketId(), e.market().firstBusinessDay());
            case ExchangeEvent.MarketPhaseChanged e -> dayBegins(e.marketId(), e.businessDay());
            case ExchangeEvent.ProductParametersSet e -> ages.onParameters(e.parameters());
            case ExchangeEvent.MarginPolicySet e -> {
                policies.put(e.policy().productId(), e.policy());
                productChanged(e.policy().productId());
            }
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
            default -> {}
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
        touch(instrument.instrumentId());
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
        if (retold) {
            ages.retell(instrumentId);
        } else {
            ages.renew(instrumentId);
        }
        touch(instrumentId);
        for (InstrumentSpec option : options.on(instrumentId)) {
            touch(option.instrumentId());
        }
    }

    private void touch(int instrumentId) {
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
            options.observe(option, optionMarket(option), midMicros.orElse(markMicros(option)));
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
    OptionMarket optionMarket(InstrumentSpec option) {
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

    /** The scenarios of an instrument's product: none of one by a percentage, and of a grid those of the settings if they are as many. */
    List<Scenario> scenarios(InstrumentSpec instrument) {
        MarginPolicy policy = policies.get(instrument.productId());
        PolicyKind kind = policy == null ? PolicyKind.SPAN : policy.kind();
        return switch (kind) {
            case SPAN -> USUAL_SCENARIOS;
            case PERCENT -> List.of();
            case GRID -> {
                String code = products.get(instrument.productId()).code();
                List<Scenario> grid = settings.grids().getOrDefault(code, List.of());
                yield grid.size() == policy.scenarios() ? grid : List.of();
            }
        };
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
