package org.calx.index.market;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.calx.index.DecimalMicros;
import org.calx.index.Medians;
import org.calx.index.input.InputException;
import org.calx.index.input.Observation;
import org.calx.index.input.ObservationReader;
import org.calx.index.input.RowLog;
import org.calx.index.input.TableReader;

/** Reads quotes for later delivery: files of futures and swaps, and the reserved terms among observations. */
public final class ForwardQuotes {
    /** The columns of a file of quotes. */
    public static final List<String> COLUMNS =
            List.of("date", "kind", "model", "first", "last", "price", "currency", "source");
    /** Most rows of a file of quotes. */
    public static final int MAX_QUOTES = 100_000;
    /** Owners that must offer a term for their median to be a quote. */
    public static final int FEWEST_OWNERS = 3;
    /** Days before the curve's date up to which an offer counts. */
    public static final int OFFER_DAYS = 7;

    private ForwardQuotes() {}

    /** The quotes of files. @throws InputException at the first row that is none, with what is allowed */
    public static List<ForwardQuote> read(List<Path> files) {
        List<ForwardQuote> quotes = new ArrayList<>();
        for (Path file : files) {
            TableReader.read(file, MAX_QUOTES, (header, row, cells) -> {
                if (!header.equals(COLUMNS)) {
                    throw new InputException(file + " has the columns " + header + ", not " + COLUMNS);
                }
                try {
                    quotes.add(quote(cells));
                } catch (DateTimeParseException | IllegalArgumentException e) {
                    throw new InputException(
                            file + ", row " + row + ": " + e.getMessage()
                                    + "; a quote is dates, future, swap or term, a model, a price above 0 in USD",
                            e);
                }
            });
        }
        return quotes;
    }

    private static ForwardQuote quote(String[] cells) {
        ForwardQuote quote = new ForwardQuote(
                LocalDate.parse(cells[0]),
                ForwardQuote.Kind.valueOf(cells[1].toUpperCase(Locale.ROOT)),
                cells[2],
                LocalDate.parse(cells[3]),
                LocalDate.parse(cells[4]),
                DecimalMicros.parse(cells[5])
                        .orElseThrow(() -> new IllegalArgumentException("'" + cells[5] + "' is not a price")),
                cells[7]);
        if (quote.priceMicros() <= 0 || quote.last().isBefore(quote.first()) || !cells[6].equals("USD")) {
            throw new IllegalArgumentException("price, period or currency cannot be used");
        }
        return quote;
    }

    /**
     * The reserved terms among observations, on the date of the last row that counts: for each model and term the median over owners
     * of each owner's median, where {@link #FEWEST_OWNERS} offer it.
     *
     * @param date rows of this day and the {@link #OFFER_DAYS} before count
     */
    public static List<ForwardQuote> ofTerms(List<Path> observations, LocalDate date) {
        int day = (int) date.toEpochDay();
        Map<String, Map<Observation.Term, Map<String, TreeMap<Integer, List<Long>>>>> offers = new TreeMap<>();
        ObservationReader.read(observations, RowLog.counting(observations), row -> {
            boolean counts = row.epochDay() <= day && row.epochDay() > day - OFFER_DAYS && days(row.term(), date) > 0;
            if (counts && row.kind() != Observation.Kind.TRADE && row.currency().equals("USD")) {
                offers.computeIfAbsent(row.model(), _ -> new TreeMap<>())
                        .computeIfAbsent(row.term(), _ -> new TreeMap<>())
                        .computeIfAbsent(row.group(), _ -> new TreeMap<>())
                        .computeIfAbsent(row.epochDay(), _ -> new ArrayList<>())
                        .add(row.priceMicros());
            }
        });
        List<ForwardQuote> quotes = new ArrayList<>();
        offers.forEach((model, terms) -> terms.forEach((term, owners) -> {
            if (owners.size() >= FEWEST_OWNERS) {
                long micros = Medians.ofMicros(owners.values().stream()
                        .map(byDay -> Medians.ofMicros(byDay.lastEntry().getValue()))
                        .toList());
                quotes.add(new ForwardQuote(
                        date,
                        ForwardQuote.Kind.TERM,
                        model,
                        date.plusDays(1),
                        date.plusDays(days(term, date)),
                        micros,
                        owners.size() + " owners"));
            }
        }));
        return quotes;
    }

    private static long days(Observation.Term term, LocalDate date) {
        return switch (term) {
            case RESERVED_MONTH -> date.plusMonths(1).toEpochDay() - date.toEpochDay();
            case RESERVED_YEAR -> date.plusYears(1).toEpochDay() - date.toEpochDay();
            case RESERVED_THREE_YEARS -> date.plusYears(3).toEpochDay() - date.toEpochDay();
            case ON_DEMAND, SPOT -> 0;
        };
    }
}
