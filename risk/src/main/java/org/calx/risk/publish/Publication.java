package org.calx.risk.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.ExchangeClient;
import org.calx.model.InstrumentSpec;
import org.calx.model.RejectReason;
import org.calx.risk.array.RiskArrays;
import org.calx.risk.array.ScanRange;

/**
 * What the publisher at work sends: a mark and the array that belongs to it for each instrument whose book has moved. An
 * instrument with an unanswered publication, or whose mark was refused and has not moved since, waits.
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

    /** Sends what is due. @return commands sent */
    int send() {
        int sent = 0;
        for (InstrumentSpec instrument : view.liveInstruments()) {
            if (inFlight.size() >= settings.mostInFlight()) {
                break;
            }
            OptionalLong mid = view.midMicros(instrument, settings.widestSpreadTicks());
            if (mid.isPresent() && isDue(instrument, mid.getAsLong())) {
                publish(instrument, mid.getAsLong());
                sent += 2;
            }
        }
        return sent;
    }

    private boolean isDue(InstrumentSpec instrument, long midMicros) {
        int id = instrument.instrumentId();
        if (inFlight.containsKey(id) || lastSent.getOrDefault(id, Long.MIN_VALUE) == midMicros) {
            return false;
        }
        long leastMicros = settings.leastMoveTicks() * view.tickMicros(instrument);
        return Math.abs(midMicros - view.markMicros(instrument)) >= leastMicros || view.arrayVersion(id) == 0;
    }

    private void publish(InstrumentSpec instrument, long midMicros) {
        int id = instrument.instrumentId();
        double range = Math.max(
                view.tickMicros(instrument) / MICROS,
                Math.abs(midMicros) / MICROS * settings.scanPermille() / PERMILLE);
        ScanRange scan = new ScanRange(range, 0, EXTREME_MULTIPLE, EXTREME_COVER, 0);
        long[] losses = arrays.future(scan, instrument.unitsPerLot() * MICROS).lossMinor();
        List<CompletableFuture<CommandOutcome>> answers = new ArrayList<>();
        answers.add(client.setMark(id, midMicros));
        answers.add(client.setRiskArray(id, view.arrayVersion(id) + 1, losses));
        inFlight.put(id, answers);
        lastSent.put(id, midMicros);
    }
}
