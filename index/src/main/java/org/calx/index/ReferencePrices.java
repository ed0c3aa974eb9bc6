package org.calx.index;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.calx.index.methodology.Methodology;

/**
 * All benchmarks of the venue, ready to publish: one per GPU model and the German power base.
 *
 * <p>A user's file replaces the kinds of price that it holds: GPU rows replace all built-in GPU rows, hours of DE-LU replace the
 * built-in power. The project's table is fixed by {@code calx-1}, a user's, which may have a few providers only, by
 * {@code calx-1-few}.
 */
public final class ReferencePrices {

    /** Business days that the first month has left when the replay starts. */
    public static final int DAYS_TO_FIRST_EXPIRY = 3;

    private final SequencedMap<String, IndexReplay> compute;
    private final IndexReplay power;
    private final List<String> attributions;

    private ReferencePrices(SequencedMap<String, IndexReplay> compute, IndexReplay power, List<String> attributions) {
        this.compute = compute;
        this.power = power;
        this.attributions = attributions;
    }

    /** The benchmarks of the tables that the project carries. */
    public static ReferencePrices builtIn() {
        return of(PriceTableReader.builtIn(), Methodology.CALX_1);
    }

    /**
     * The benchmarks of a user's file, what it lacks taken from the built-in tables.
     *
     * @throws PriceFileException if the file breaks the format or has power prices but no whole day of them
     */
    public static ReferencePrices withFile(Path file) {
        try {
            return withTable(PriceTableReader.read(file));
        } catch (IllegalArgumentException e) {
            throw new PriceFileException(file.toString(), e.getMessage(), e);
        }
    }

    static ReferencePrices withTable(PriceTable user) {
        PriceTable builtIn = PriceTableReader.builtIn();
        boolean ownPower = !PowerIndex.base(user.hours()).isEmpty();
        if (!ownPower && !user.hours().isEmpty()) {
            throw new IllegalArgumentException(
                    "power prices need at least one whole local day of zone " + PowerIndex.ZONE + ", or none at all");
        }
        List<String> attributions = user.offers().isEmpty() || !ownPower
                ? joined(user.attributions(), builtIn.attributions())
                : user.attributions();
        return of(
                new PriceTable(
                        user.offers().isEmpty() ? builtIn.offers() : user.offers(),
                        ownPower ? user.hours() : builtIn.hours(),
                        attributions),
                user.offers().isEmpty() ? Methodology.CALX_1 : Methodology.CALX_1_FEW);
    }

    private static List<String> joined(Collection<String> first, Collection<String> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }

    private static ReferencePrices of(PriceTable table, Methodology rules) {
        TreeMap<String, IndexReplay> compute = new TreeMap<>();
        ReferenceFixings.of(table.offers(), rules)
                .forEach((model, series) -> compute.put(model, new IndexReplay(series)));
        return new ReferencePrices(compute, new IndexReplay(PowerIndex.base(table.hours())), table.attributions());
    }

    /** GPU models that have a benchmark, in alphabetical order. */
    public SequencedSet<String> models() {
        return Collections.unmodifiableSequencedSet(compute.sequencedKeySet());
    }

    /** The benchmark of one of {@link #models()}. */
    public IndexReplay compute(String model) {
        IndexReplay replay = compute.get(model);
        if (replay == null) {
            throw new IllegalArgumentException("no benchmark for " + model + ", only for " + models());
        }
        return replay;
    }

    /** The German power base benchmark. */
    public IndexReplay power() {
        return power;
    }

    /** The words that the licences of the sources ask for. */
    public List<String> attributions() {
        return attributions;
    }

    /**
     * The business date on which a replay starts: {@link #DAYS_TO_FIRST_EXPIRY} business days are left, this one included, of the
     * latest month whose last business day has compute figures. If the data reach no such day, their first business day.
     */
    public LocalDate startDate(BusinessCalendar calendar) {
        LocalDate first = LocalDate.MIN;
        LocalDate last = LocalDate.MAX;
        for (IndexReplay replay : compute.values()) {
            first = replay.series().firstDate().isAfter(first) ? replay.series().firstDate() : first;
            last = replay.series().lastDate().isBefore(last) ? replay.series().lastDate() : last;
        }
        LocalDate start = calendar.lastOf(YearMonth.from(last));
        if (start.isAfter(last)) {
            start = calendar.lastOf(YearMonth.from(last).minusMonths(1));
        }
        for (int daysLeft = 1; daysLeft < DAYS_TO_FIRST_EXPIRY; daysLeft++) {
            start = calendar.previous(start);
        }
        return start.isBefore(first) ? calendar.onOrAfter(first) : start;
    }
}
