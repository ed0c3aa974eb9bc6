package org.calx.app.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.calx.api.client.ExchangeClient;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.MarketPhase;
import org.calx.model.RejectReason;
import org.calx.model.VenueLimits;

/**
 * The operator's calendar: opens the venue, then takes both markets through one business day after another.
 *
 * <p>After a restart it reads a state image and goes on with the business date and phase that the exchange tells. Every step may
 * be sent twice; the exchange answers the second time that it is done.
 */
final class VenueConductor {

    /** Room for four days of listing at ten seconds a day: five months are listed every 21 business days. */
    private static final int MAX_INSTRUMENTS = 8_192;

    private static final VenueLimits LIMITS = limits();

    private enum Stage {
        OPENING_VENUE,
        SETTING_UP,
        BEGINNING_DAY,
        TRADING,
        ENDING_DAY
    }

    private final ExchangeClient operator;
    private final VenueView venue;
    private final DaySchedule schedule;
    private final StepRunner steps;
    private final VenueSetup setup;
    private final DaySteps day;
    private final List<DemoProduct> products;
    private final Consumer<String> notices;

    private Stage stage = Stage.OPENING_VENUE;
    private MarketPhase phase = MarketPhase.CLOSED;
    private LocalDate businessDate;
    private long dayStartNs;

    VenueConductor(
            ExchangeClient operator,
            VenueView venue,
            List<DemoProduct> products,
            DemoRoster roster,
            LocalDate startDate,
            DaySchedule schedule,
            DemoStatistics statistics,
            Consumer<String> notices) {
        this.operator = operator;
        this.venue = venue;
        this.schedule = schedule;
        this.products = products;
        this.notices = notices;
        businessDate = startDate;
        steps = new StepRunner(statistics);
        setup = new VenueSetup(operator, venue, products, roster, startDate);
        day = new DaySteps(operator, venue, products);
        appendOpening();
        steps.then("read the state", batch -> batch.add("image", operator.requestImage()));
    }

    private static VenueLimits limits() {
        VenueLimits usual = VenueLimits.defaults();
        return new VenueLimits(
                usual.maxAccounts(),
                MAX_INSTRUMENTS,
                usual.maxOrders(),
                usual.maxOrdersPerAccount(),
                usual.maxFillsPerCommand(),
                usual.commandWindow(),
                usual.clientOrderIdWindow());
    }

    private void appendOpening() {
        steps.then(
                "open the venue",
                batch -> batch.add("opening", operator.openVenue(LIMITS)),
                RejectReason.VENUE_ALREADY_OPEN);
    }

    /** The date that the venue trades for, or will trade for first. */
    LocalDate businessDate() {
        return businessDate;
    }

    /** Whether the trading programs' accounts and senders exist. */
    boolean isSetUp() {
        return stage != Stage.OPENING_VENUE && stage != Stage.SETTING_UP;
    }

    /** Sends what is due. @param nowNs a clock that never goes back; @return work done */
    int doWork(long nowNs) {
        int work = steps.doWork();
        if (!steps.isIdle()) {
            return work;
        }
        switch (stage) {
            case OPENING_VENUE -> {
                if (venue.isComplete()) {
                    setup.appendTo(steps, schedule.dayNs());
                    stage = Stage.SETTING_UP;
                } else {
                    // The image goes on with each command in the log, and there may be no others: ask to open again.
                    appendOpening();
                }
                work++;
            }
            case SETTING_UP -> {
                resume(nowNs);
                work++;
            }
            case BEGINNING_DAY -> {
                stage = Stage.TRADING;
                phase = MarketPhase.OPEN;
            }
            case TRADING -> work += followSchedule(nowNs);
            case ENDING_DAY -> {
                if (schedule.isOver(nowNs - dayStartNs)) {
                    beginDay(DemoProduct.CALENDAR.next(businessDate), nowNs);
                    work++;
                }
            }
        }
        return work;
    }

    private void resume(long nowNs) {
        ExchangeEvent.MarketPhaseChanged market = venue.market(DemoProduct.COMPUTE_MARKET);
        LocalDate date = LocalDate.ofEpochDay(market.businessDay());
        boolean settling =
                venue.instruments().stream().anyMatch(any -> venue.isSettled(any.instrumentId(), market.businessDay()));
        if (settling) {
            businessDate = date;
            dayStartNs = nowNs;
            endDay();
        } else {
            businessDate = DemoProduct.CALENDAR.previous(date);
            beginDay(date, nowNs);
        }
    }

    private void beginDay(LocalDate date, long nowNs) {
        for (DemoProduct product : products) {
            product.index().noticeBetween(businessDate, date).ifPresent(notice -> notices.accept(notice.text()));
        }
        businessDate = date;
        dayStartNs = nowNs;
        day.appendBegin(steps, date, schedule);
        stage = Stage.BEGINNING_DAY;
    }

    private int followSchedule(long nowNs) {
        MarketPhase due = schedule.phaseAt(nowNs - dayStartNs);
        if (phase == due) {
            return 0;
        }
        if (phase == MarketPhase.OPEN) {
            day.appendPhase(steps, businessDate, MarketPhase.CLOSING);
            phase = MarketPhase.CLOSING;
        } else {
            endDay();
        }
        return 1;
    }

    private void endDay() {
        phase = MarketPhase.CLOSED;
        day.appendEnd(steps, businessDate);
        stage = Stage.ENDING_DAY;
    }
}
