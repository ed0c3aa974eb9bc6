package org.calx.app.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.calx.app.ExitCode;
import org.calx.app.Main;
import org.calx.index.market.ForwardQuote;
import org.calx.index.market.ForwardQuote.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCurveTest {
    private static final LocalDate DATE = LocalDate.of(2026, 12, 31);
    private static final TreeMap<LocalDate, Long> NO_FIXINGS = new TreeMap<>();

    @TempDir
    private Path folder;

    private static ForwardQuote months(Kind kind, int from, int count, double price) {
        LocalDate first = LocalDate.of(2027, 1, 1).plusMonths(from);
        LocalDate last = first.plusMonths(count).minusDays(1);
        return new ForwardQuote(DATE, kind, "H100", first, last, Math.round(price * 1e6), "desk");
    }

    private static List<ForwardQuote> sixMonths() {
        List<ForwardQuote> quotes = new ArrayList<>();
        double[] prices = {2.5, 2.45, 2.4, 2.38, 2.36, 2.35};
        for (int month = 0; month < prices.length; month++) {
            quotes.add(months(Kind.FUTURE, month, 1, prices[month]));
        }
        return quotes;
    }

    @Test
    void goesThroughMonthsAndTellsWhatAQuarterOfThemIsWorth() {
        List<ForwardQuote> quotes = sixMonths();
        ForwardQuote quarter = months(Kind.SWAP, 0, 3, 2.5);
        quotes.add(quarter);
        ModelCurve curve = ModelCurve.of(DATE, NO_FIXINGS, quotes);

        for (ForwardQuote quote : quotes.subList(0, 6)) {
            assertThat(curve.implied(quote)).isCloseTo(quote.priceMicros() / 1e6, within(1e-9));
        }
        assertThat(curve.implied(quarter)).isCloseTo((31 * 2.5 + 28 * 2.45 + 31 * 2.4) / 90, within(1e-9));
        assertThat(curve.uses().getLast().reason()).isEqualTo("made up by others");
        assertThat(curve.lastDay()).isEqualTo("2027-06-30");
    }

    @Test
    void aYearAddsTheMonthsThatAreNotListedAtTheMeanThatMakesItWhole() {
        List<ForwardQuote> quotes = sixMonths();
        ForwardQuote year = months(Kind.TERM, 0, 12, 2.3);
        quotes.add(year);
        ModelCurve curve = ModelCurve.of(DATE, NO_FIXINGS, quotes);

        assertThat(curve.uses().getLast().reason()).isEmpty();
        assertThat(curve.implied(year)).isCloseTo(2.3, within(1e-9));
        assertThat(curve.implied(quotes.get(2))).isCloseTo(2.4, within(1e-9));
        assertThat(curve.coveredShare(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31)))
                .isEqualTo(1);
    }

    @Test
    void aQuoteThatDoesNotGoWithTheOthersIsLeftOutAndSaysSo() {
        List<ForwardQuote> quotes = sixMonths();
        quotes.add(months(Kind.TERM, 0, 12, 1.2));
        quotes.add(months(Kind.TERM, 0, 7, 2.4));

        assertThat(ModelCurve.of(DATE, NO_FIXINGS, quotes).uses().subList(6, 8))
                .extracting(ModelCurve.Use::reason)
                .containsExactly("nearly made up by others", "does not go with the others");
    }

    /** Five business days at a mean of 2.20, three of them fixed at 2.00: the other two are worth (11 − 6) / 2 = 2.50. */
    @Test
    void theDaysThatAreFixedAreTakenOutOfAContractThatHasBegun() {
        LocalDate wednesday = LocalDate.of(2026, 3, 4);
        ForwardQuote week = new ForwardQuote(
                wednesday, Kind.FUTURE, "H100", LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 6), 2_200_000, "x");
        TreeMap<LocalDate, Long> fixings = new TreeMap<>();
        for (int day = 2; day <= 4; day++) {
            fixings.put(LocalDate.of(2026, 3, day), 2_000_000L);
        }
        ModelCurve curve = ModelCurve.of(wednesday, fixings, List.of(week));

        assertThat(curve.average(wednesday.plusDays(1), wednesday.plusDays(2))).isCloseTo(2.5, within(1e-9));
        assertThat(curve.average(wednesday, wednesday)).isCloseTo(2.0, within(1e-9));
        ModelCurve blind = ModelCurve.of(wednesday, NO_FIXINGS, List.of(week));
        assertThat(blind.exists()).isFalse();
        assertThat(blind.uses().getFirst().reason()).isEqualTo("begun, and its fixings are not known");
    }

    @Test
    void theCommandWritesPeriodsAndQuotes() throws IOException {
        Path quotes = Files.writeString(folder.resolve("q.csv"), """
                date,kind,model,first,last,price,currency,source
                2026-12-31,future,H100,2027-01-01,2027-01-31,2.5,USD,calx
                2026-12-31,future,H100,2027-02-01,2027-02-28,2.4,USD,calx
                2026-12-31,swap,H100,2027-01-01,2027-03-31,2.4,USD,desk
                """);
        Path out = folder.resolve("out");
        assertThat(Main.execute("index", "curve", "--quotes", quotes.toString(), "--out", out.toString()))
                .isEqualTo(ExitCode.OK);

        assertThat(Files.readAllLines(out.resolve("curve.csv")))
                .contains(
                        "2026-12-31,H100,2027-01,2027-01-01,2027-01-31,2.500000,1.000",
                        "2026-12-31,H100,2027-Q1,2027-01-01,2027-03-31,2.400000,1.000")
                .hasSize(5);
        assertThat(Files.readAllLines(out.resolve("quotes.csv")))
                .contains("H100,swap,desk,2027-01-01,2027-03-31,2.400000,2.400000,2.400000,yes,");

        Path bad = Files.writeString(
                folder.resolve("bad.csv"), Files.readString(quotes).replace("2.5,USD", "-1,USD"));
        assertThat(Main.execute("index", "curve", "--quotes", bad.toString(), "--out", out.toString()))
                .isEqualTo(ExitCode.USAGE);
    }
}
