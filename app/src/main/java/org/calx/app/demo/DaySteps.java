package org.calx.app.demo;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.calx.api.client.ExchangeClient;
import org.calx.model.FixingStatus;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketPhase;
import org.calx.model.RejectReason;

/** The operator's steps of one business day. */
final class DaySteps {

    private static final int[] MARKETS = {DemoProduct.COMPUTE_MARKET, DemoProduct.POWER_MARKET};

    private final ExchangeClient operator;
    private final VenueView venue;
    private final List<DemoProduct> products;

    DaySteps(final ExchangeClient operator, final VenueView venue, final List<DemoProduct> products) {
        this.operator = operator;
        this.venue = venue;
        this.products = products;
    }

    /** Clock, new months, preliminary fixings, marks and risk arrays, and the markets open. */
    void appendBegin(final StepRunner steps, final LocalDate date, final DaySchedule schedule) {
        steps.then("venue clock " + date, batch -> setClock(batch, date, schedule));
        steps.then(
                "list months " + date,
                batch -> listMonths(batch, date),
                RejectReason.ALREADY_DEFINED,
                RejectReason.CAPACITY_REACHED);
        steps.then(
                "preliminary fixings " + date,
                batch -> publishFixings(batch, date, FixingStatus.PRELIMINARY),
                RejectReason.FIXING_FINAL);
        steps.then("marks " + date, batch -> publishMarks(batch, date));
        appendPhase(steps, date, MarketPhase.OPEN);
    }

    /** A phase for both markets. */
    void appendPhase(final StepRunner steps, final LocalDate date, final MarketPhase phase) {
        steps.then(
                phase + " " + date,
                batch -> {
                    for (final int marketId : MARKETS) {
                        batch.add("market " + marketId, operator.setMarketPhase(marketId, epochDay(date), phase));
                    }
                },
                RejectReason.WRONG_PHASE);
    }

    /** The markets close, final fixings, every instrument settled, months past their last trading day expired. */
    void appendEnd(final StepRunner steps, final LocalDate date) {
        appendPhase(steps, date, MarketPhase.CLOSED);
        steps.then(
                "final fixings " + date,
                batch -> publishFixings(batch, date, FixingStatus.FINAL),
                RejectReason.FIXING_FINAL);
        steps.then(
                "settle " + date,
                batch -> {
                    for (final InstrumentSpec instrument : venue.liveInstruments()) {
                        if (!venue.isSettled(instrument.instrumentId(), epochDay(date))) {
                            batch.add(
                                    instrument.symbol(),
                                    operator.settleInstrument(instrument.instrumentId(), epochDay(date)));
                        }
                    }
                },
                RejectReason.INSTRUMENT_EXPIRED);
        steps.then(
                "expire " + date,
                batch -> {
                    for (final InstrumentSpec instrument : venue.liveInstruments()) {
                        if (instrument.lastTradingDay() <= epochDay(date)) {
                            batch.add(
                                    instrument.symbol(),
                                    operator.expireInstrument(instrument.instrumentId(), epochDay(date)));
                        }
                    }
                },
                RejectReason.INSTRUMENT_EXPIRED);
    }

    private void setClock(final StepRunner.Batch batch, final LocalDate date, final DaySchedule schedule) {
        final long divisor = BigInteger.valueOf(DaySchedule.VENUE_DAY_NS)
                .gcd(BigInteger.valueOf(schedule.dayNs()))
                .longValueExact();
        batch.add(
                "venue clock",
                operator.setVenueClock(
                        date.toEpochDay() * DaySchedule.VENUE_DAY_NS,
                        venue.lastTimestampNs(),
                        DaySchedule.VENUE_DAY_NS / divisor,
                        schedule.dayNs() / divisor));
    }

    private void listMonths(final StepRunner.Batch batch, final LocalDate date) {
        final Set<String> listed =
                venue.instruments().stream().map(InstrumentSpec::symbol).collect(Collectors.toSet());
        int instrumentId = venue.lastInstrumentId();
        for (final DemoProduct product : products) {
            for (final YearMonth month : product.monthsOn(date)) {
                if (!listed.contains(product.symbol(month))) {
                    instrumentId++;
                    final long markMicros = product.curve().markMicros(month, date);
                    batch.add(
                            product.symbol(month),
                            operator.listInstrument(product.instrument(instrumentId, month, markMicros)));
                }
            }
        }
    }

    private void publishFixings(final StepRunner.Batch batch, final LocalDate date, final FixingStatus status) {
        for (final DemoProduct product : products) {
            for (final LocalDate fixingDay : product.fixingDays(date)) {
                if (status == FixingStatus.FINAL || fixingDay.equals(date)) {
                    product.index()
                            .fixing(fixingDay)
                            .ifPresent(figure -> batch.add(
                                    figure.indexName() + " of " + fixingDay,
                                    operator.publishFixing(VenueSetup.fixing(product, figure, status))));
                }
            }
        }
    }

    private void publishMarks(final StepRunner.Batch batch, final LocalDate date) {
        for (final InstrumentSpec instrument : venue.liveInstruments()) {
            final DemoProduct product = productOf(instrument);
            final YearMonth month = YearMonth.from(LocalDate.ofEpochDay(instrument.firstFixingDay()));
            final long markMicros = product.curve().markMicros(month, date);
            final long rangeMicros = DemoParameters.scanRangeMicros(
                    product,
                    month.equals(YearMonth.from(date)),
                    markMicros,
                    product.curve().openPermille(month, date));
            batch.add("mark of " + instrument.symbol(), operator.setMark(instrument.instrumentId(), markMicros));
            if (venue.riskVersion(instrument.instrumentId()) < date.toEpochDay()) {
                batch.add(
                        "risk array of " + instrument.symbol(),
                        operator.setRiskArray(
                                instrument.instrumentId(),
                                date.toEpochDay(),
                                ScanRange.lossMicrosPerLot(rangeMicros, instrument.unitsPerLot())));
            }
        }
    }

    private DemoProduct productOf(final InstrumentSpec instrument) {
        return products.stream()
                .filter(product -> product.spec().productId() == instrument.productId())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no product of " + instrument.symbol()));
    }

    private static int epochDay(final LocalDate date) {
        return (int) date.toEpochDay();
    }
}
