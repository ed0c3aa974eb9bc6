package org.calx.acceptance.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.ExchangeClient;
import org.calx.core.authority.ParameterDigest;
import org.calx.model.Currency;
import org.calx.model.Fixing;
import org.calx.model.FixingStatus;
import org.calx.model.InstrumentArray;
import org.calx.model.InstrumentNames;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketPhase;
import org.calx.model.ParameterSet;
import org.calx.model.RejectReason;

/** Who runs the venue: lists, marks, opens, halts, settles, expires. One market, one product, priced in US cents. */
public final class Operator {
    /** The day on which every test begins, a Thursday: the november contract has two trading days left. */
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 26);

    /** Units in a lot of a month future on GPU-hours. */
    static final int UNITS_PER_LOT = 730;

    /** What one unit can lose in the worst scenario: 0.30 USD, so a lot must hold 219 USD. */
    private static final long SCAN_RANGE_MICROS = 300_000;

    /** Price moves of the 16 scenarios in thirds of the scan range. */
    private static final int[] MOVE_THIRDS = {0, 0, 1, 1, -1, -1, 2, 2, -2, -2, 3, 3, -3, -3, 3, -3};

    private static final long TICK_MICROS = 10_000;

    private final Desk desk;
    private final Map<String, Listing> listings = new LinkedHashMap<>();
    private final Map<String, LocalDate> lastTradingDays = new LinkedHashMap<>();
    private LocalDate businessDate = FIRST_DAY;
    private long riskArrayVersion;
    private long parameterVersion;

    Operator(Desk desk) {
        this.desk = desk;
    }

    /** Lists a month future, with mark and risk array: {@code instrument} (its alias), {@code lastTradingDay, mark}. */
    public void lists(String... given) {
        Arguments terms = Arguments.parse(given, "instrument: december", "lastTradingDay: 2026-12-31", "mark: 2.50");
        LocalDate last = LocalDate.parse(terms.text("lastTradingDay"));
        String symbol = InstrumentNames.monthFuture(VenueSetup.PRODUCT_CODE, last);
        Listing listing = new Listing(listings.size() + 1, symbol, UNITS_PER_LOT);
        done(client().listInstrument(new InstrumentSpec(
                listing.instrumentId(),
                symbol,
                VenueSetup.PRODUCT,
                day(last.withDayOfMonth(1)),
                day(last.withDayOfMonth(last.lengthOfMonth())),
                day(last),
                UNITS_PER_LOT,
                terms.ticks("mark") * TICK_MICROS)));
        listings.put(terms.text("instrument"), listing);
        lastTradingDays.put(terms.text("instrument"), last);
        marks("instrument: " + terms.text("instrument"), "price: " + terms.text("mark"));
    }

    /** Sets mark and risk array: {@code instrument, price}. */
    public void marks(String... given) {
        Arguments mark = Arguments.parse(given, "instrument: december", "price: 2.50");
        int id = listings.get(mark.text("instrument")).instrumentId();
        done(client().setMark(id, mark.ticks("price") * TICK_MICROS));
        long[] losses = new long[MOVE_THIRDS.length];
        for (int scenario = 0; scenario < losses.length; scenario++) {
            losses[scenario] = -MOVE_THIRDS[scenario] * SCAN_RANGE_MICROS / 3 * UNITS_PER_LOT;
        }
        done(client().setRiskArray(id, ++riskArrayVersion, losses));
    }

    /**
     * Stages new risk arrays for everything that trades and orders them, from a number of days on that the calendar has:
     * {@code scanRange} in US dollars a unit, {@code days}, 0 for at once.
     */
    public void activatesParameters(String... given) {
        Arguments set = Arguments.parse(given, "scanRange: 0.30", "days: 0");
        long scanMicros = set.ticks("scanRange") * TICK_MICROS * UNITS_PER_LOT;
        List<InstrumentArray> arrays = new ArrayList<>();
        listings.forEach((alias, listing) -> {
            if (!lastTradingDays.get(alias).isBefore(businessDate)) {
                arrays.add(new InstrumentArray(
                        listing.instrumentId(),
                        Arrays.stream(MOVE_THIRDS)
                                .mapToObj(thirds -> -thirds * scanMicros / 3)
                                .toList()));
            }
        });
        ParameterSet parameters = new ParameterSet(
                ++parameterVersion,
                VenueSetup.MARKET,
                day(businessDate.plusDays(Long.parseLong(set.text("days")))),
                arrays,
                List.of(),
                Optional.empty(),
                List.of());
        parameters.parts().forEach(part -> done(client().stageParameters(part)));
        done(client().activateParameters(parameterVersion, ParameterDigest.of(parameters)));
        riskArrayVersion++;
    }

    /** Deposits US dollars: {@code account} by number, {@code amount}. */
    void deposits(int accountId, long amountMicros) {
        done(client().deposit(accountId, Currency.USD, amountMicros));
    }

    /** Opens the market. */
    public void opens() {
        phase(MarketPhase.OPEN);
    }

    /** Begins the settlement window. */
    public void beginsClosing() {
        phase(MarketPhase.CLOSING);
    }

    /** Halts the market. */
    public void halts() {
        phase(MarketPhase.HALTED);
    }

    /**
     * Closes the day: the final fixing, daily settlement of every instrument, final settlement of those whose last trading
     * day it was. {@code fixing} is the index in US dollars.
     */
    public void endsDay(String... given) {
        Arguments end = Arguments.parse(given, "fixing: 2.50");
        phase(MarketPhase.CLOSED);
        done(client().publishFixing(new Fixing(
                VenueSetup.PRODUCT, day(businessDate), end.ticks("fixing") * TICK_MICROS, 5, FixingStatus.FINAL)));
        listings.forEach((alias, listing) -> {
            LocalDate last = lastTradingDays.get(alias);
            if (!last.isBefore(businessDate)) {
                done(client().settleInstrument(listing.instrumentId(), day(businessDate)));
            }
            if (last.equals(businessDate)) {
                done(client().expireInstrument(listing.instrumentId(), day(businessDate)));
            }
        });
    }

    /** Opens the market for the next business date; Saturdays and Sundays are none. */
    public void beginsNextDay() {
        businessDate = businessDate.plusDays(businessDate.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        phase(MarketPhase.OPEN);
    }

    /** The instrument with this symbol, null if none is listed. */
    Listing bySymbol(String symbol) {
        return listings.values().stream()
                .filter(listing -> listing.symbol().equals(symbol))
                .findFirst()
                .orElse(null);
    }

    /** The symbol of an alias; what is no alias stands for itself. */
    String symbol(String alias) {
        Listing listing = listings.get(alias);
        return listing == null ? alias : listing.symbol();
    }

    /** Waits for a command, which must be done. */
    void done(CompletableFuture<CommandOutcome> command) {
        assertThat(desk.answer(command).reason()).as("operator's command").isEqualTo(RejectReason.NONE);
    }

    ExchangeClient client() {
        return desk.client();
    }

    private void phase(MarketPhase phase) {
        done(client().setMarketPhase(VenueSetup.MARKET, day(businessDate), phase));
    }

    private static int day(LocalDate date) {
        return (int) date.toEpochDay();
    }
}
