package org.calx.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.calx.model.Currency;
import org.calx.model.RejectReason;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a demo run did, for people and for {@code --json}. Amounts and prices are micro-units.
 *
 * @param businessDate the date that the venue is at, ISO
 * @param daysClosed business days that have been closed
 * @param operatorOutcomes answers to the operator's commands by reason, {@code NONE} for done
 * @param botOutcomes answers to the trading programs' commands by reason
 */
public record DemoReport(
        long seed,
        long dayNs,
        String businessDate,
        long daysClosed,
        long events,
        long trades,
        long tradedLots,
        Map<String, Long> operatorOutcomes,
        Map<String, Long> botOutcomes,
        List<InstrumentRow> instruments,
        List<ExpiryRow> expiries,
        List<ParticipantRow> participants,
        List<String> notices,
        List<String> attributions) {

    /** An instrument that was listed during the run. */
    public record InstrumentRow(String symbol, boolean expired, long markMicros, long trades, long lots) {}

    /** An expiry at the mean of the month's fixings. */
    public record ExpiryRow(String symbol, long finalPriceMicros, int fixings) {}

    /** A trading program's account. */
    public record ParticipantRow(
            int accountId, long fills, Map<String, Long> equityMicros, Map<String, Long> initialMarginMicros) {}

    static DemoReport of(
            DemoConfig config,
            LocalDate businessDate,
            VenueView venue,
            DemoStatistics statistics,
            List<Bot> bots,
            List<String> attributions) {
        List<InstrumentRow> instruments = new ArrayList<>();
        DemoStatistics.Volume none = new DemoStatistics.Volume(0, 0);
        venue.instruments().forEach(instrument -> {
            int id = instrument.instrumentId();
            DemoStatistics.Volume volume = statistics.volumes().getOrDefault(id, none);
            instruments.add(new InstrumentRow(
                    instrument.symbol(), venue.isExpired(id), venue.markMicros(id), volume.trades(), volume.lots()));
        });
        return new DemoReport(
                config.seed(),
                config.dayNs(),
                businessDate.toString(),
                statistics.daysClosed(),
                statistics.events(),
                statistics.trades(),
                statistics.tradedLots(),
                byName(statistics.operatorOutcomes()),
                byName(statistics.botOutcomes()),
                instruments,
                statistics.expiries().stream()
                        .map(expiry -> new ExpiryRow(expiry.symbol(), expiry.finalPriceMicros(), expiry.fixings()))
                        .toList(),
                bots.stream().map(bot -> row(bot.account())).toList(),
                statistics.notices(),
                attributions);
    }

    private static ParticipantRow row(AccountView account) {
        Map<String, Long> equity = new TreeMap<>();
        Map<String, Long> margin = new TreeMap<>();
        for (Currency currency : List.of(Currency.USD, Currency.EUR)) {
            equity.put(currency.name(), account.equityMicros(currency));
            margin.put(currency.name(), account.requirementMicros(currency));
        }
        return new ParticipantRow(account.accountId(), account.trades(), equity, margin);
    }

    private static Map<String, Long> byName(Map<RejectReason, Long> counts) {
        Map<String, Long> named = new TreeMap<>();
        counts.forEach((reason, count) -> named.put(reason.name(), count));
        return named;
    }

    /** The report as a JSON object. */
    public String toJson() {
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }
}
