package org.calx.risk.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.ExchangeClient;
import org.calx.model.InstrumentSpec;
import org.calx.model.RejectReason;
import org.calx.model.RiskRules;
import org.calx.risk.array.OptionTerms;
import org.calx.risk.array.RiskArray;
import org.calx.risk.array.RiskArrays;
import org.calx.risk.array.ScanRange;

/**
 * What the publisher at work sends: a mark for each instrument whose book, fixed days or future have moved it enough, or that would soon be
 * stale, and the array that belongs to its mark and its product's volatility, if it is not in force. An instrument with an unanswered publication waits; one whose mark was
 * refused waits until its book moves.
 */
final class Publication {
    private static final double MICROS = 1e6;
    private static final double PERMILLE = 1_000;
    private static final double EXTREME_MULTIPLE = 3;
    private static final double EXTREME_COVER = 1 / 3.0;

    /** A day passes in an option's scenarios. */
    private static final double LOOK_AHEAD_YEARS = 1 / 365.0;

    private final PublisherView view;
    private final PublishSettings settings;
    private final ExchangeClient client;
    private final RiskArrays arrays = new RiskArrays();
    private final Map<Integer, List<CompletableFuture<CommandOutcome>>> inFlight = new HashMap<>();
    private final Map<Integer, Long> lastSent = new HashMap<>();

    Publication(PublisherView view, PublishSettings settings, ExchangeClient client) {
        this.view = view;
        this.settings = settings;
        this.client = client;
    }

    /** Forgets what was answered. @return whether another publisher has taken over */
    boolean takeAnswers() {
        boolean fenced = inFlight.values().stream()
                .flatMap(List::stream)
                .anyMatch(answer -> answer.isDone()
                        && (answer.isCompletedExceptionally() || answer.join().reason() == RejectReason.STALE_EPOCH));
        inFlight.values().removeIf(answers -> answers.stream().allMatch(CompletableFuture::isDone));
        return fenced;
    }

    /** Sends what is due for instruments of which something has changed. @return commands sent */
    int send() {
        int sent = 0;
        for (Iterator<Integer> ids = view.changed().iterator();
                ids.hasNext() && inFlight.size() < settings.mostInFlight(); ) {
            int id = ids.next();
            if (!inFlight.containsKey(id)) {
                ids.remove();
                InstrumentSpec instrument = view.live(id);
                sent += instrument == null || view.isOrphan(instrument) ? 0 : send(instrument);
            }
        }
        return sent;
    }

    private int send(InstrumentSpec instrument) {
        int id = instrument.instrumentId();
        long inForceMicros = view.markMicros(instrument);
        long dueMicros = dueMicros(instrument, inForceMicros);
        boolean moves = Math.abs(dueMicros - inForceMicros) >= settings.leastMoveTicks() * view.tickMicros(instrument)
                && lastSent.getOrDefault(id, inForceMicros) != dueMicros;
        List<CompletableFuture<CommandOutcome>> answers = new ArrayList<>();
        if (moves || view.ages().isDue(instrument)) {
            answers.add(client.setMark(id, moves ? dueMicros : inForceMicros));
            lastSent.put(id, dueMicros);
            view.ages().renew(id);
        }
        if (view.isScanned(instrument)) {
            long[] losses = losses(instrument, moves ? dueMicros : inForceMicros);
            if (isDue(instrument, losses)) {
                answers.add(client.setRiskArray(id, view.arrayVersion(id) + 1, losses));
            }
        }
        if (!answers.isEmpty()) {
            inFlight.put(id, answers);
        }
        return answers.size();
    }

    /** The book's mid, else what is expected of the month or the option, else what is in force. */
    private long dueMicros(InstrumentSpec instrument, long inForceMicros) {
        OptionalLong midMicros = view.midMicros(instrument);
        if (instrument.isOption()) {
            OptionMarket market = view.market(instrument);
            return midMicros.orElseGet(() -> market.priceMicros(view.volatility(instrument, market)));
        }
        midMicros.ifPresent(mid -> view.months().onBook(instrument, mid));
        return midMicros.isPresent()
                ? midMicros.getAsLong()
                : view.months().markMicros(instrument).orElse(inForceMicros);
    }

    /** Losses round away from zero, gains toward it, when volatility multiplies them. */
    private long[] losses(InstrumentSpec instrument, long markMicros) {
        double lotMicros = instrument.unitsPerLot() * MICROS;
        RiskArray array = instrument.isOption()
                ? optionArray(instrument, lotMicros)
                : arrays.future(scan(priceRange(instrument, markMicros), 0, 0), lotMicros);
        long[] losses = array.lossMinor();
        int bps = view.volatilityBps(instrument.productId());
        for (int scenario = 0; scenario < losses.length; scenario++) {
            losses[scenario] = Math.ceilDiv(Math.multiplyExact(losses[scenario], bps), RiskRules.UNIT_BPS);
        }
        return losses;
    }

    private RiskArray optionArray(InstrumentSpec option, double lotMicros) {
        OptionMarket market = view.market(option);
        double volatility = view.volatility(option, market);
        List<OptionTerms> terms = List.of(market.terms(volatility));
        return arrays.options(market.model(), terms, optionScan(option, volatility), lotMicros)
                .getFirst();
    }

    private ScanRange optionScan(InstrumentSpec option, double volatility) {
        InstrumentSpec future = view.future(option);
        double points = volatility * settings.scanVolatilityPermille() / PERMILLE;
        return scan(priceRange(future, view.markMicros(future)), points, LOOK_AHEAD_YEARS);
    }

    private static ScanRange scan(double price, double volatility, double lookAheadYears) {
        return ScanRange.usual(price, volatility, EXTREME_MULTIPLE, EXTREME_COVER, lookAheadYears);
    }

    /** A move of the market moves a month that averages by the share of its days that are open. */
    private double priceRange(InstrumentSpec future, long markMicros) {
        double whole = Math.abs(markMicros) / MICROS * settings.scanPermille() / PERMILLE;
        return Math.max(view.tickMicros(future) / MICROS, whole * view.months().openShare(future));
    }

    /** A future's array belongs to its mark; an option's is due when a lot loses a mark's least move more or less in some scenario. */
    private boolean isDue(InstrumentSpec instrument, long[] losses) {
        long[] inForce = view.lossesInForce(instrument.instrumentId());
        if (!instrument.isOption() || inForce.length != losses.length) {
            return !Arrays.equals(losses, inForce);
        }
        long least = settings.leastMoveTicks() * view.tickMicros(instrument) * instrument.unitsPerLot();
        for (int scenario = 0; scenario < losses.length; scenario++) {
            if (Math.abs(losses[scenario] - inForce[scenario]) >= least) {
                return true;
            }
        }
        return false;
    }
}
