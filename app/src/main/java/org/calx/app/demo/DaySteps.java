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

    DaySteps(ExchangeClient operator, VenueView venue, List<DemoProduct> products) {
        this.operator = operator;
        this.venue = venue;
        this.products = products;
    }

    /** Clock, new months, preliminary fixings, marks and risk arrays, and the markets open. */
    void appendBegin(StepRunner steps, LocalDate date, DaySchedule schedule) {
        steps.then("venue clock " + date, batch -> setClock(batch, date, schedule));
        steps.then("date " + date, batch -> beginDate(batch, date));
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
    void appendPhase(StepRunner steps, LocalDate date, MarketPhase phase) {
        steps.then(
                phase + " " + date,
                batch -> {
                    for (int marketId : MARKETS) {
                        batch.add("market " + marketId, operator.setMarketPhase(marketId, epochDay(date), phase));
                    }
                },
                RejectReason.WRONG_PHASE);
    }

    /** The markets close, fixings, every instrument settled, months past their last trading day expired. */
    void appendEnd(StepRunner steps, LocalDate date) {
        appendPhase(steps, date, MarketPhase.CLOSED);
        steps.then(
                "final fixings " + date,
                batch -> publishFixings(batch, date, FixingStatus.FINAL),
                RejectReason.FIXING_FINAL);
        steps.then(
                "settle " + date,
                batch -> {
                    for (InstrumentSpec instrument : venue.liveInstruments()) {
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
                    for (InstrumentSpec instrument : venue.liveInstruments()) {
                        if (instrument.lastTradingDay() <= epochDay(date)) {
                            batch.add(
                                    instrument.symbol(),
                                    operator.expireInstrument(instrument.instrumentId(), epochDay(date)));
                        }
                    }
                },
                RejectReason.INSTRUMENT_EXPIRED);
    }

    /** The markets take the date before anything is listed for it: what is listed earlier would owe the day before a settlement. */
    private void beginDate(StepRunner.Batch batch, LocalDate date) {
        for (int marketId : MARKETS) {
            if (venue.market(marketId).businessDay() < epochDay(date)) {
                batch.add("market " + marketId, operator.setMarketPhase(marketId, epochDay(date), MarketPhase.CLOSED));
            }
        }
    }

    private void setClock(StepRunner.Batch batch, LocalDate date, DaySchedule schedule) {
        long divisor = BigInteger.valueOf(DaySchedule.VENUE_DAY_NS)
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

    private void listMonths(StepRunner.Batch batch, LocalDate date) {
        Set<String> listed =
                venue.instruments().stream().map(InstrumentSpec::symbol).collect(Collectors.toSet());
        int instrumentId = venue.lastInstrumentId();
        for (DemoProduct product : products) {
            for (YearMonth month : product.monthsOn(date)) {
                if (!listed.contains(product.symbol(month))) {
                    instrumentId++;
                    long markMicros = product.curve().markMicros(month, date);
                    batch.add(
                            product.symbol(month),
                            operator.listInstrument(product.instrument(instrumentId, month, markMicros)));
                }
            }
        }
    }

    private void publishFixings(StepRunner.Batch batch, LocalDate date, FixingStatus status) {
        for (DemoProduct product : products) {
            for (LocalDate fixingDay : product.fixingDays(date)) {
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

    private void publishMarks(StepRunner.Batch batch, LocalDate date) {
        for (InstrumentSpec instrument : venue.liveFutures()) {
            DemoProduct product = productOf(instrument);
            YearMonth month = YearMonth.from(LocalDate.ofEpochDay(instrument.firstFixingDay()));
            long markMicros = product.curve().markMicros(month, date);
            long rangeMicros = DemoParameters.scanRangeMicros(
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

    private DemoProduct productOf(InstrumentSpec instrument) {
        return products.stream()
                .filter(product -> product.spec().productId() == instrument.productId())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no product of " + instrument.symbol()));
    }

    private static int epochDay(LocalDate date) {
        return (int) date.toEpochDay();
    }
}
