package org.calx.gateway.view;

import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.Fixing;

/**
 * Applies the event stream to the views and, at the end of each command, tells the listener what has changed. What comes
 * before the venue's opening or the first state image is skipped: it speaks of things that are not known yet.
 */
public final class Views implements EventReader {
    private final Changes changes = new Changes();
    private final Listings listings = new Listings();
    private final ApiKeys keys = new ApiKeys();
    private final VenueView venue = new VenueView();
    private final Accounts accounts = new Accounts(listings, changes);
    private final Orders orders = new Orders(listings, accounts, changes);
    private ChangeListener listener = unused -> {};
    private Runnable imageRequest = () -> {};
    private boolean started;
    private long knownSequence;
    private long lastSequence;
    private volatile boolean ready;
    private boolean imageRuns;
    private volatile long logNowNs;
    private long readNanoTime;

    /** Sets who is told; one listener. */
    public void setListener(ChangeListener newListener) {
        listener = newListener;
    }

    /** Sets how to ask for a state image: done once, if the stream does not begin at the venue's opening or at an image. */
    public void setImageRequest(Runnable newImageRequest) {
        imageRequest = newImageRequest;
    }

    @Override
    public void onEvent(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event) {
        logNowNs = timestampNs;
        readNanoTime = System.nanoTime();

        if (!started) {
            started = event instanceof ExchangeEvent.VenueOpened || event instanceof ExchangeEvent.ImageBegin;
            knownSequence = event instanceof ExchangeEvent.VenueOpened ? 0 : Long.MAX_VALUE;
            if (!started) {
                askForImage();
                return;
            }
        }
        apply(sequence, timestampNs, event);
        if (event instanceof ExchangeEvent.ImageEnd) {
            knownSequence = Math.min(knownSequence, sequence);
        }
        if (lastOfCommand) {
            endCommand(sequence, timestampNs);
        }
    }

    private void askForImage() {
        Runnable asking = imageRequest;
        imageRequest = () -> {};
        asking.run();
    }

    /**
     * A state image goes on while the exchange works, so until it is whole events may speak of what it has not told yet;
     * its later rows make up for them.
     */
    private void apply(long sequence, long timestampNs, ExchangeEvent event) {
        try {
            if (!applyOrderEvent(sequence, timestampNs, event) && !applyClearingEvent(event)) {
                applyReferenceEvent(timestampNs, event);
            }
        } catch (UnknownReference e) {
            if (ready) {
                throw e;
            }
        }
    }

    private boolean applyOrderEvent(long sequence, long timestampNs, ExchangeEvent event) {
        switch (event) {
            case ExchangeEvent.OrderAccepted e -> orders.accepted(e, sequence, timestampNs);
            case ExchangeEvent.OrderRested e -> orders.rested(e);
            case ExchangeEvent.OrderAmended e -> orders.amended(e, sequence, timestampNs);
            case ExchangeEvent.OrderCancelled e -> orders.cancelled(e, timestampNs);
            case ExchangeEvent.Trade e -> orders.traded(e, sequence, timestampNs);
            case ExchangeEvent.OrdersLinked e -> orders.linked(e);
            case ExchangeEvent.ImageOrder e -> orders.imaged(e, sequence);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean applyClearingEvent(ExchangeEvent event) {
        switch (event) {
            case ExchangeEvent.AccountOpened e -> accounts.opened(e);
            case ExchangeEvent.PositionChanged e -> accounts.positionChanged(e);
            case ExchangeEvent.Posted e -> accounts.posted(e);
            case ExchangeEvent.RequirementChanged e -> accounts.requirementChanged(e);
            case ExchangeEvent.AccountRiskSet e ->
                accounts.get(e.risk().accountId()).setRisk(e.risk());
            case ExchangeEvent.ImageBalance e -> accounts.setBalance(e.accountId(), e.currency(), e.balanceMicros());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void applyReferenceEvent(long timestampNs, ExchangeEvent event) {
        switch (event) {
            case ExchangeEvent.MarketDefined e -> {
                listings.define(e.market());
                changes.venue = true;
            }
            case ExchangeEvent.ProductDefined e -> listings.define(e.product());
            case ExchangeEvent.ProductParametersSet e ->
                listings.product(e.parameters().productId()).setParameters(e.parameters());
            case ExchangeEvent.RiskRulesSet e ->
                listings.product(e.rules().productId()).setRiskRules(e.rules());
            case ExchangeEvent.MarginChargesSet e ->
                listings.product(e.charges().productId()).setMarginCharges(e.charges());
            case ExchangeEvent.MarginPolicySet e -> listings.setPolicy(e.policy());
            case ExchangeEvent.CommoditySpreadsSet e -> listings.setSpreads(e.spreads());
            case ExchangeEvent.InstrumentListed e -> {
                listings.list(e.instrument(), timestampNs);
                touch(e.instrument().instrumentId());
            }
            case ExchangeEvent.ApiKeyRegistered e -> keys.register(e.key());
            case ExchangeEvent.VenueClockSet e -> {
                venue.setClock(e.venueBaseNs(), e.logBaseNs(), e.rateNumerator(), e.rateDenominator());
                changes.venue = true;
            }
            case ExchangeEvent.MarketPhaseChanged e -> changePhase(e);
            case ExchangeEvent.MarkSet e -> setMark(e.instrumentId(), e.markMicros(), timestampNs);
            case ExchangeEvent.ValuationSet e -> {
                touch(e.instrumentId()).setValuation(e.priceMicros());
                changes.marks = true;
            }
            case ExchangeEvent.RiskArraySet e ->
                listings.instrument(e.instrumentId()).setRiskArray(e.version(), e.lossMicrosPerLot());
            case ExchangeEvent.SettlementPriceSet e -> touch(e.instrumentId()).setSettlement(e.priceMicros());
            case ExchangeEvent.InstrumentExpired e -> touch(e.instrumentId()).expire(e.priceMicros());
            case ExchangeEvent.FixingPublished e -> addFixing(e.fixing(), timestampNs);
            case ExchangeEvent.ImageBegin e -> imageRuns = true;
            case ExchangeEvent.VenueOpened e -> ready |= !imageRuns;
            case ExchangeEvent.ImageEnd e -> {
                imageRuns = false;
                ready = true;
            }
            default -> {}
        }
    }

    private void changePhase(ExchangeEvent.MarketPhaseChanged event) {
        MarketView market = listings.market(event.marketId());
        market.change(event.businessDay(), event.phase());
        changes.venue = true;
        for (InstrumentView instrument : listings.instruments()) {
            if (instrument.product.market == market && !instrument.isExpired()) {
                changes.instruments.add(instrument);
            }
        }
    }

    private void setMark(int instrumentId, long markMicros, long timestampNs) {
        touch(instrumentId).setMark(markMicros, timestampNs);
        changes.marks = true;
    }

    private void addFixing(Fixing fixing, long timestampNs) {
        if (listings.product(fixing.productId()).fixings.add(fixing, timestampNs)) {
            changes.fixings.add(fixing);
        }
    }

    private InstrumentView touch(int instrumentId) {
        InstrumentView instrument = listings.instrument(instrumentId);
        changes.instruments.add(instrument);
        return instrument;
    }

    private void endCommand(long sequence, long timestampNs) {
        lastSequence = sequence;
        changes.sequence = sequence;
        changes.timestampNs = timestampNs;
        for (InstrumentView instrument : changes.instruments) {
            var levels = instrument.book.endCommand(sequence, timestampNs);
            if (!levels.isEmpty()) {
                changes.levels.put(instrument, levels);
            }
        }
        orders.endCommand(sequence);
        listener.onChanges(changes);
        changes.clear();
    }

    /** The views know all that happened after this event, and of what was before only what was left of it. */
    public long knownSequence() {
        return knownSequence;
    }

    /** Number of the last event that they hold. */
    public long lastSequence() {
        return lastSequence;
    }

    public Listings listings() {
        return listings;
    }

    public ApiKeys keys() {
        return keys;
    }

    public VenueView venue() {
        return venue;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Orders orders() {
        return orders;
    }

    /** Log time of the last event; may be read by any thread. */
    public long logNowNs() {
        return logNowNs;
    }

    /** What the log's time is by now: that of the last event plus what has passed since it was read. */
    public long estimatedLogNs() {
        return logNowNs + (readNanoTime == 0 ? 0 : System.nanoTime() - readNanoTime);
    }

    /** Whether the views are whole: they began with the venue's opening or hold a state image. May be read by any thread. */
    public boolean isReady() {
        return ready;
    }
}
