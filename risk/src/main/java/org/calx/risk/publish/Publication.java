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

    /** A day passes in an option's scenarios. */
    private static final double LOOK_AHEAD_YEARS = 1 / 365.0;

    private final MarketView market;
    private final PublishSettings settings;
    private final ExchangeClient client;
    private final RiskArrays arrays = new RiskArrays();
    private final Map<Integer, List<CompletableFuture<CommandOutcome>>> inFlight = new HashMap<>();
    private final Map<Integer, Long> lastSent = new HashMap<>();

    Publication(MarketView market, PublishSettings settings, ExchangeClient client) {
        this.market = market;
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
        for (Iterator<Integer> ids = market.changed().iterator();
                ids.hasNext() && inFlight.size() < settings.mostInFlight(); ) {
            int id = ids.next();
            if (!inFlight.containsKey(id)) {
                ids.remove();
                InstrumentSpec instrument = market.live(id);
                sent += instrument == null || market.isOrphan(instrument) ? 0 : send(instrument);
            }
        }
        return sent;
    }

    private int send(InstrumentSpec instrument) {
        int id = instrument.instrumentId();
        long inForceMicros = market.markMicros(instrument);
        long dueMicros = dueMicros(instrument, inForceMicros);
        boolean moves = Math.abs(dueMicros - inForceMicros) >= settings.leastMoveTicks() * market.tickMicros(instrument)
                && lastSent.getOrDefault(id, inForceMicros) != dueMicros;
        List<CompletableFuture<CommandOutcome>> answers = new ArrayList<>();
        if (moves) {
            lastSent.put(id, dueMicros);
        }
        if (moves || market.ages().isDue(instrument)) {
            answers.add(client.setMark(id, moves ? dueMicros : inForceMicros));
            market.ages().renew(id);
        }
        if (!market.scenarios(instrument).isEmpty()) {
            long[] losses = losses(instrument, moves ? dueMicros : inForceMicros);
            if (isDue(instrument, losses)) {
                answers.add(client.setRiskArray(id, market.arrayVersion(id) + 1, losses));
            }
        }
        if (!answers.isEmpty()) {
            inFlight.put(id, answers);
        }
        return answers.size();
    }

    /** The book's mid, else what is expected of the month or the option, else what is in force. */
    private long dueMicros(InstrumentSpec instrument, long inForceMicros) {
        OptionalLong midMicros = market.midMicros(instrument);
        if (instrument.isOption()) {
            OptionMarket option = market.optionMarket(instrument);
            return midMicros.orElseGet(() -> option.priceMicros(market.volatility(instrument, option)));
        }
        midMicros.ifPresent(mid -> market.months().onBook(instrument, mid));
        return midMicros.isPresent()
                ? midMicros.getAsLong()
                : market.months().markMicros(instrument).orElse(inForceMicros);
    }

    /** Losses round away from zero, gains toward it, when volatility multiplies them. */
    private long[] losses(InstrumentSpec instrument, long markMicros) {
        double lotMicros = instrument.unitsPerLot() * MICROS;
        RiskArray array = instrument.isOption()
                ? optionArray(instrument, lotMicros)
                : arrays.future(futureScan(instrument, markMicros), lotMicros);
        long[] losses = array.lossMinor();
        int bps = market.volatilityBps(instrument.productId());
        for (int scenario = 0; scenario < losses.length; scenario++) {
            losses[scenario] = Math.ceilDiv(Math.multiplyExact(losses[scenario], bps), RiskRules.UNIT_BPS);
        }
        return losses;
    }

    private RiskArray optionArray(InstrumentSpec instrument, double lotMicros) {
        OptionMarket option = market.optionMarket(instrument);
        double volatility = market.volatility(instrument, option);
        List<OptionTerms> terms = List.of(option.terms(volatility));
        return arrays.options(option.model(), terms, optionScan(instrument, volatility), lotMicros)
                .getFirst();
    }

    private ScanRange futureScan(InstrumentSpec future, long markMicros) {
        return new ScanRange(priceRange(future, markMicros), 0, market.scenarios(future), 0);
    }

    private ScanRange optionScan(InstrumentSpec option, double volatility) {
        InstrumentSpec future = market.future(option);
        double points = volatility * settings.scanVolatilityPermille() / PERMILLE;
        double price = priceRange(future, market.markMicros(future));
        return new ScanRange(price, points, market.scenarios(option), LOOK_AHEAD_YEARS);
    }

    /** A move of the market moves a month that averages by the share of its days that are open. */
    private double priceRange(InstrumentSpec future, long markMicros) {
        double whole = Math.abs(markMicros) / MICROS * settings.scanPermille() / PERMILLE;
        return Math.max(
                market.tickMicros(future) / MICROS, whole * market.months().openShare(future));
    }

    /** A future's array belongs to its mark; an option's is due when a lot loses a mark's least move more or less in some scenario. */
    private boolean isDue(InstrumentSpec instrument, long[] losses) {
        long[] inForce = market.lossesInForce(instrument.instrumentId());
        if (!instrument.isOption() || inForce.length != losses.length) {
            return !Arrays.equals(losses, inForce);
        }
        long least = settings.leastMoveTicks() * market.tickMicros(instrument) * instrument.unitsPerLot();
        for (int scenario = 0; scenario < losses.length; scenario++) {
            if (Math.abs(losses[scenario] - inForce[scenario]) >= least) {
                return true;
            }
        }
        return false;
    }
}
