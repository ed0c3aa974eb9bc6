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
import org.calx.risk.array.RiskArrays;
import org.calx.risk.array.ScanRange;

/**
 * What the publisher at work sends: a mark for each instrument whose book or fixed days have moved it enough, and the array that belongs to its
 * mark and its product's volatility, if it is not in force. An instrument with an unanswered publication waits; one whose mark was
 * refused waits until its book moves.
 */
final class Publication {
    private static final double MICROS = 1e6;
    private static final double PERMILLE = 1_000;
    private static final double EXTREME_MULTIPLE = 3;
    private static final double EXTREME_COVER = 1 / 3.0;

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
                sent += instrument == null ? 0 : send(instrument);
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
        long[] losses = losses(instrument, moves ? dueMicros : inForceMicros);
        List<CompletableFuture<CommandOutcome>> answers = new ArrayList<>();
        if (moves) {
            answers.add(client.setMark(id, dueMicros));
            lastSent.put(id, dueMicros);
        }
        if (!Arrays.equals(losses, view.lossesInForce(id))) {
            answers.add(client.setRiskArray(id, view.arrayVersion(id) + 1, losses));
        }
        if (!answers.isEmpty()) {
            inFlight.put(id, answers);
        }
        return answers.size();
    }

    /** The book's mid, else what fixed and expected days of a month that averages make, else what is in force. */
    private long dueMicros(InstrumentSpec instrument, long inForceMicros) {
        OptionalLong midMicros = view.midMicros(instrument, settings.widestSpreadTicks());
        midMicros.ifPresent(mid -> view.months().onBook(instrument, mid));
        return midMicros.isPresent()
                ? midMicros.getAsLong()
                : view.months().markMicros(instrument).orElse(inForceMicros);
    }

    /**
     * A move of the market moves a month that averages by the share of its days that are open. Losses round away from zero, gains
     * toward it, when volatility multiplies them.
     */
    private long[] losses(InstrumentSpec instrument, long markMicros) {
        double whole = Math.abs(markMicros) / MICROS * settings.scanPermille() / PERMILLE;
        double range = Math.max(
                view.tickMicros(instrument) / MICROS, whole * view.months().openShare(instrument));
        ScanRange scan = new ScanRange(range, 0, EXTREME_MULTIPLE, EXTREME_COVER, 0);
        long[] losses = arrays.future(scan, instrument.unitsPerLot() * MICROS).lossMinor();
        int bps = view.volatilityBps(instrument.productId());
        for (int scenario = 0; scenario < losses.length; scenario++) {
            losses[scenario] = Math.ceilDiv(Math.multiplyExact(losses[scenario], bps), RiskRules.UNIT_BPS);
        }
        return losses;
    }
}
