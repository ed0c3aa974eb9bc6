package org.calx.app.index;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.index.DecimalMicros;
import org.calx.index.input.InputException;
import org.calx.index.input.TableReader;
import org.calx.index.market.ForwardQuote;
import org.calx.index.market.ForwardQuotes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calx index curve}. */
@Command(name = "curve", description = "Build a forward curve for each GPU model from futures, swaps and term offers.")
public final class CurveIndexCommand implements Callable<Integer> {
    private static final int MAX_FIXINGS = 5_000_000;

    @Option(
            names = "--quotes",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Futures and swaps: date,kind,model,first,last,price,currency,source.")
    private List<Path> quoteFiles = List.of();

    @Option(
            names = "--input",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Observations, of which reserved terms are taken.")
    private List<Path> inputs = List.of();

    @Option(names = "--fixings", paramLabel = "FILE", description = "A fixings.csv: the curve's first day, days fixed.")
    private Path fixingsFile;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "Day of the curve; the last of the quotes if not given.")
    private String dateText;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for curve.csv and quotes.csv.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        List<Path> all = new ArrayList<>(quoteFiles);
        all.addAll(inputs);
        if (all.isEmpty()) {
            throw new UserError(ExitCode.USAGE, "--quotes or --input is needed");
        }
        if (fixingsFile != null) {
            all.add(fixingsFile);
        }
        Map<String, ModelCurve> curves = IndexInputs.refusing(all, this::build);
        LocalDate date = date(ForwardQuotes.read(quoteFiles));
        Files.createDirectories(out);
        writeCurves(date, curves);
        writeQuotes(curves);
        long used = curves.values().stream()
                .flatMap(curve -> curve.uses().stream())
                .filter(use -> use.reason().isEmpty())
                .count();
        System.out.println("{\"date\":\"" + date + "\",\"models\":" + curves.size() + ",\"quotesUsed\":" + used + "}");
        return ExitCode.OK;
    }

    private Map<String, ModelCurve> build() {
        List<ForwardQuote> quotes = new ArrayList<>(ForwardQuotes.read(quoteFiles));
        LocalDate date = date(quotes);
        quotes.removeIf(quote -> !quote.date().equals(date));
        quotes.addAll(ForwardQuotes.ofTerms(inputs, date));
        Map<String, NavigableMap<LocalDate, Long>> fixings = fixings();
        Map<String, ModelCurve> curves = new TreeMap<>();
        quotes.stream()
                .collect(Collectors.groupingBy(ForwardQuote::model, TreeMap::new, Collectors.toList()))
                .forEach((model, ofModel) ->
                        curves.put(model, ModelCurve.of(date, fixings.getOrDefault(model, new TreeMap<>()), ofModel)));
        curves.values().removeIf(curve -> !curve.exists());
        if (curves.isEmpty()) {
            throw new InputException("no quote of " + date + " gives a curve; offers of a term need "
                    + ForwardQuotes.FEWEST_OWNERS + " owners within " + ForwardQuotes.OFFER_DAYS + " days");
        }
        return curves;
    }

    private LocalDate date(List<ForwardQuote> quotes) {
        try {
            if (dateText != null) {
                return LocalDate.parse(dateText);
            }
        } catch (DateTimeException e) {
            throw new UserError(ExitCode.USAGE, "--date '" + dateText + "' is not a date such as 2026-07-31", e);
        }
        return quotes.stream()
                .map(ForwardQuote::date)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new UserError(ExitCode.USAGE, "--date is needed without --quotes"));
    }

    private Map<String, NavigableMap<LocalDate, Long>> fixings() {
        Map<String, NavigableMap<LocalDate, Long>> fixings = new TreeMap<>();
        if (fixingsFile != null) {
            TableReader.read(fixingsFile, MAX_FIXINGS, (header, row, cells) -> {
                if (!header.containsAll(List.of("date", "index", "value"))) {
                    throw new InputException(fixingsFile + " lacks a column of date, index, value");
                }
                try {
                    fixings.computeIfAbsent(cells[header.indexOf("index")], _ -> new TreeMap<>())
                            .put(
                                    LocalDate.parse(cells[header.indexOf("date")]),
                                    DecimalMicros.parse(cells[header.indexOf("value")])
                                            .orElseThrow());
                } catch (DateTimeException | NoSuchElementException e) {
                    throw new InputException(fixingsFile + ", row " + row + " is not a fixing", e);
                }
            });
        }
        return fixings;
    }

    /** Months, quarters and years that lie whole between the day after the curve's and the last that a quote reaches. */
    private void writeCurves(LocalDate date, Map<String, ModelCurve> curves) throws IOException {
        try (BufferedWriter text = Files.newBufferedWriter(out.resolve("curve.csv"))) {
            text.write("date,model,period,first,last,price,covered\n");
            for (Map.Entry<String, ModelCurve> one : curves.entrySet()) {
                for (int months : new int[] {1, 3, 12}) {
                    YearMonth start = YearMonth.from(date).withMonth(1);
                    while (!start.plusMonths(months - 1L)
                            .atEndOfMonth()
                            .isAfter(one.getValue().lastDay())) {
                        LocalDate first = start.atDay(1);
                        LocalDate last = start.plusMonths(months - 1L).atEndOfMonth();
                        if (first.isAfter(date)) {
                            text.write(String.format(
                                    Locale.ROOT,
                                    "%s,%s,%s,%s,%s,%.6f,%.3f\n",
                                    date,
                                    one.getKey(),
                                    name(start, months),
                                    first,
                                    last,
                                    one.getValue().average(first, last),
                                    one.getValue().coveredShare(first, last)));
                        }
                        start = start.plusMonths(months);
                    }
                }
            }
        }
    }

    private static String name(YearMonth start, int months) {
        return switch (months) {
            case 1 -> start.toString();
            case 3 -> start.getYear() + "-Q" + (start.getMonthValue() + 2) / 3;
            default -> Integer.toString(start.getYear());
        };
    }

    private void writeQuotes(Map<String, ModelCurve> curves) throws IOException {
        try (BufferedWriter text = Files.newBufferedWriter(out.resolve("quotes.csv"))) {
            text.write("model,kind,source,first,last,price,open_price,curve,used,reason\n");
            for (Map.Entry<String, ModelCurve> one : curves.entrySet()) {
                for (ModelCurve.Use use : one.getValue().uses()) {
                    ForwardQuote quote = use.quote();
                    boolean compared = Double.isFinite(use.price());
                    text.write(one.getKey() + "," + quote.kind().name().toLowerCase(Locale.ROOT) + "," + quote.source()
                            + "," + quote.first() + "," + quote.last() + "," + DecimalMicros.text(quote.priceMicros())
                            + "," + (compared ? decimal(use.price()) : "") + ","
                            + (compared ? decimal(one.getValue().implied(quote)) : "") + ","
                            + (use.reason().isEmpty() ? "yes" : "no") + "," + use.reason() + "\n");
                }
            }
        }
    }

    private static String decimal(double price) {
        return String.format(Locale.ROOT, "%.6f", price);
    }
}
