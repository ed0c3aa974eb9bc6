package org.calx.app.pricing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.calx.app.CsvTable;
import org.calx.pricing.OptionType;
import org.calx.pricing.surface.ChainQuote;
import org.calx.pricing.surface.ExpiryQuotes;

/**
 * A snapshot of an option market: rows of {@code forward} and {@code option}, others are passed over. Premiums of inverse
 * options, and where {@code inverse} is empty, are in units of the forward; others are divided by it. An option without a two-sided quote is left out.
 */
final class OptionChain {
    static final List<String> COLUMNS = List.of(
            "as_of",
            "asset",
            "security_type",
            "maturity",
            "strike",
            "option_type",
            "bid",
            "ask",
            "iv_bid",
            "iv_ask",
            "open_interest",
            "volume",
            "inverse");

    private static final double YEAR_SECONDS = 365 * 86_400.0;

    private final CsvTable table;
    private final Map<String, Double> forwards = new TreeMap<>();
    private final Map<String, List<ChainQuote>> quotes = new TreeMap<>();
    private final Map<String, Double> years = new TreeMap<>();

    private OptionChain(CsvTable table) {
        this.table = table;
    }

    /** Reads a chain's expiries, each with a forward. */
    static List<ExpiryQuotes> read(Path path) throws IOException {
        CsvTable table = CsvTable.read(path);
        table.requireColumns(COLUMNS);
        OptionChain chain = new OptionChain(table);
        for (int row = 0; row < table.size(); row++) {
            if (table.text(row, "security_type").equals("forward")) {
                double bid = table.positive(row, "bid");
                chain.forwards.put(table.text(row, "maturity"), (bid + table.positive(row, "ask")) / 2);
            }
        }
        for (int row = 0; row < table.size(); row++) {
            if (table.text(row, "security_type").equals("option")) {
                chain.add(row);
            }
        }
        List<ExpiryQuotes> expiries = new ArrayList<>();
        chain.quotes.forEach((maturity, list) ->
                expiries.add(new ExpiryQuotes(chain.years.get(maturity), chain.forwards.get(maturity), list)));
        if (expiries.isEmpty()) {
            throw table.refuseRow(-1, "no option has a bid and an ask");
        }
        return expiries;
    }

    private void add(int row) {
        String maturity = table.text(row, "maturity");
        Double forward = forwards.get(maturity);
        if (forward == null) {
            throw table.refuseRow(row, "maturity '" + maturity + "' has no row of type forward");
        }
        years.put(maturity, years(row, maturity));
        if (table.text(row, "bid").isEmpty() || table.text(row, "ask").isEmpty()) {
            return;
        }
        // A chain that does not say is in coin: premiums in money are what the column was added to tell.
        double unit = table.text(row, "inverse").equalsIgnoreCase("false") ? forward : 1;
        double bid = table.notNegative(row, "bid") / unit;
        double ask = table.positive(row, "ask") / unit;
        if (!(ask > bid)) {
            throw table.refuseRow(row, "the ask is not above the bid");
        }
        OptionType type =
                switch (table.text(row, "option_type")) {
                    case "call" -> OptionType.CALL;
                    case "put" -> OptionType.PUT;
                    default -> throw table.refuseRow(row, "option_type is not call or put");
                };
        List<ChainQuote> list = quotes.computeIfAbsent(maturity, name -> new ArrayList<>());
        if (list.size() >= ExpiryQuotes.MOST_QUOTES) {
            throw table.refuseRow(row, "more than " + ExpiryQuotes.MOST_QUOTES + " quotes of one maturity");
        }
        list.add(new ChainQuote(type, table.positive(row, "strike") / forward, bid, ask));
    }

    private double years(int row, String maturity) {
        try {
            Duration left = Duration.between(Instant.parse(table.text(row, "as_of")), Instant.parse(maturity));
            if (!left.isPositive()) {
                throw table.refuseRow(row, "maturity '" + maturity + "' is not after as_of");
            }
            return (left.toSeconds() + left.getNano() / 1e9) / YEAR_SECONDS;
        } catch (DateTimeException e) {
            throw table.refuseRow(row, "as_of or maturity is not a time like 2026-05-22T08:00:00Z");
        }
    }
}
