package org.calx.app.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import org.calx.index.BusinessCalendar;
import org.calx.index.market.ForwardQuote;
import org.calx.pricing.curve.ListedPrice;
import org.calx.pricing.curve.SmoothForwardCurve;

/**
 * The forward curve of one model from quotes of several kinds: the day's fixing, then futures, then swaps, then term offers, within
 * a kind the shorter first. A quote adds only the days that those before it leave open, at the mean that makes it whole; a quote
 * that leaves none is set against the curve and its difference told.
 */
final class ModelCurve {
    /** A quote of which less than this share of the days is open adds nothing: a small rest would carry a large difference. */
    static final double FEWEST_OPEN = 0.25;
    /** The open days' mean must lie within this factor of the quote. */
    static final double MOST_FACTOR = 3;
    /** Furthest day of a curve. */
    static final int MAX_DAYS = 3_700;

    private static final double MICROS = 1e6;

    private final LocalDate date;
    private final NavigableMap<LocalDate, Long> fixings;
    private final List<ListedPrice> listed = new ArrayList<>();
    private final BitSet covered = new BitSet();
    private final List<Use> uses = new ArrayList<>();
    private SmoothForwardCurve curve;

    /**
     * What became of a quote.
     *
     * @param price of the days from the curve's date on, with those already fixed taken out
     * @param reason empty if the curve goes through it
     */
    record Use(ForwardQuote quote, double price, String reason) {}

    private ModelCurve(LocalDate date, NavigableMap<LocalDate, Long> fixings) {
        this.date = date;
        this.fixings = fixings;
    }

    /** @param fixings of the model by day, may be empty */
    static ModelCurve of(LocalDate date, NavigableMap<LocalDate, Long> fixings, List<ForwardQuote> quotes) {
        ModelCurve built = new ModelCurve(date, fixings);
        if (fixings.containsKey(date)) {
            built.list(0, 1, fixings.get(date) / MICROS);
        }
        quotes.stream()
                .sorted(Comparator.comparing(ForwardQuote::kind)
                        .thenComparing(quote ->
                                quote.last().toEpochDay() - quote.first().toEpochDay())
                        .thenComparing(ForwardQuote::first)
                        .thenComparing(ForwardQuote::source))
                .forEach(built::add);
        return built;
    }

    private void list(int from, int end, double price) {
        listed.add(new ListedPrice(date.toEpochDay() + from, date.toEpochDay() + end, price));
        covered.set(from, end);
        curve = SmoothForwardCurve.through(listed, 0);
    }

    private void add(ForwardQuote quote) {
        int end = (int) (quote.last().toEpochDay() - date.toEpochDay()) + 1;
        int first = (int) (quote.first().toEpochDay() - date.toEpochDay());
        if (end <= 1 || end > MAX_DAYS || listed.size() == SmoothForwardCurve.MOST_CONTRACTS) {
            uses.add(new Use(quote, Double.NaN, end <= 1 ? "delivered" : "beyond the limits of a curve"));
            return;
        }
        double price = first > 0 ? quote.priceMicros() / MICROS : openPrice(quote);
        uses.add(new Use(
                quote, price, Double.isNaN(price) ? "begun, and its fixings are not known" : fit(first, end, price)));
    }

    /** Adds the open days of a quote. @return why it adds nothing, or empty */
    private String fit(int first, int end, double price) {
        int from = Math.max(first, 1);
        int open = covered.nextClearBit(from);
        if (open >= end) {
            return "made up by others";
        }
        int days = end - open;
        if (covered.nextSetBit(open) >= 0 && covered.nextSetBit(open) < end) {
            return "its open days do not lie together";
        }
        if (days < FEWEST_OPEN * (end - from)) {
            return "nearly made up by others";
        }
        double rest = open == from
                ? price
                : (price * (end - from)
                                - curve.average(date.toEpochDay() + from, date.toEpochDay() + open) * (open - from))
                        / days;
        if (!(rest > price / MOST_FACTOR && rest < price * MOST_FACTOR)) {
            return "does not go with the others";
        }
        list(open, end, rest);
        return "";
    }

    /** The mean of the business days to come of a contract that has begun; NaN if no day of it is known. */
    private double openPrice(ForwardQuote quote) {
        double fixed = 0;
        int known = 0;
        int open = 0;
        for (LocalDate day = quote.first(); !day.isAfter(quote.last()); day = day.plusDays(1)) {
            if (BusinessCalendar.COMPUTE.isBusinessDay(day)) {
                open += day.isAfter(date) ? 1 : 0;
                if (!day.isAfter(date) && fixings.containsKey(day)) {
                    fixed += fixings.get(day) / MICROS;
                    known++;
                }
            }
        }
        return known == 0 || open == 0 ? Double.NaN : (quote.priceMicros() / MICROS * (known + open) - fixed) / open;
    }

    /** Whether any price gave a curve. */
    boolean exists() {
        return curve != null;
    }

    List<Use> uses() {
        return List.copyOf(uses);
    }

    /** The last day that a quote reaches. */
    LocalDate lastDay() {
        return date.plusDays(covered.length() - 1L);
    }

    /** Mean of the days from the first to the last, both included, in units of the currency per GPU-hour. */
    double average(LocalDate first, LocalDate last) {
        return curve.average(first.toEpochDay(), last.toEpochDay() + 1);
    }

    /** The curve's mean over the days of a quote that are to come. */
    double implied(ForwardQuote quote) {
        LocalDate first = quote.first().isAfter(date) ? quote.first() : date.plusDays(1);
        return average(first, quote.last());
    }

    /** Share of the days that quotes cover; the curve goes straight from one to the next over the others. */
    double coveredShare(LocalDate first, LocalDate last) {
        int from = (int) (first.toEpochDay() - date.toEpochDay());
        int end = (int) (last.toEpochDay() - date.toEpochDay()) + 1;
        return (double) covered.get(from, end).cardinality() / (end - from);
    }
}
