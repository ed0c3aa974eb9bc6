package org.calx.app.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.calx.model.InstrumentSpec;

/** Chooses what a trading program looks at next: more often than not a front month, in time every month. */
final class MonthPicker {

    private final VenueView venue;
    private final SplittableRandom random;
    private final int frontPercent;
    private int next;

    /** @param frontPercent how often a front month is chosen, 0 to 100 */
    MonthPicker(VenueView venue, SplittableRandom random, int frontPercent) {
        this.venue = venue;
        this.random = random;
        this.frontPercent = frontPercent;
    }

    /** An instrument that trades now and has a mark; empty if there is none. */
    Optional<InstrumentSpec> pick() {
        List<InstrumentSpec> trading = trading();
        if (trading.isEmpty()) {
            return Optional.empty();
        }
        if (random.nextInt(100) < frontPercent) {
            List<InstrumentSpec> fronts = trading.stream()
                    .filter(instrument -> monthsAhead(instrument) == 0)
                    .toList();
            if (!fronts.isEmpty()) {
                return Optional.of(fronts.get(random.nextInt(fronts.size())));
            }
        }
        next = (next + 1) % trading.size();
        return Optional.of(trading.get(next));
    }

    /** The first instrument of which this is true, among those that {@link #pick} chooses from. */
    Optional<InstrumentSpec> first(Predicate<InstrumentSpec> wanted) {
        return trading().stream().filter(wanted).findFirst();
    }

    private List<InstrumentSpec> trading() {
        return venue.liveFutures().stream()
                .filter(instrument -> venue.isTrading(instrument) && venue.markMicros(instrument.instrumentId()) != 0)
                .toList();
    }

    /** Months between the market's business date and the contract month; 0 for the front month. */
    int monthsAhead(InstrumentSpec instrument) {
        int marketId = venue.product(instrument.productId()).marketId();
        YearMonth now =
                YearMonth.from(LocalDate.ofEpochDay(venue.market(marketId).businessDay()));
        YearMonth month = YearMonth.from(LocalDate.ofEpochDay(instrument.firstFixingDay()));
        return (int) now.until(month, ChronoUnit.MONTHS);
    }
}
