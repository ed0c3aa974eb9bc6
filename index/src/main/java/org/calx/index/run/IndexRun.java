package org.calx.index.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SequencedMap;
import org.calx.index.input.DayStore;
import org.calx.index.input.Decisions;
import org.calx.index.input.InputException;
import org.calx.index.input.ObservationReader;
import org.calx.index.input.RowLog;
import org.calx.index.methodology.Methodology;

/** Reads all inputs, then computes day by day, so that memory holds a day and not the input. */
public final class IndexRun {
    private IndexRun() {}

    /**
     * What a run did.
     *
     * @param rows rows read
     * @param days days with a fixing or without, from the first observation to the last
     * @param lastDay last day with an observation
     * @param fixings prints of all indices and days
     * @param causes rows refused or adjusted, by cause
     */
    public record Summary(long rows, int days, LocalDate lastDay, long fixings, SequencedMap<String, Long> causes) {}

    /**
     * Computes the fixings of the inputs by the rules into a folder, which is made if it is absent.
     *
     * @throws InputException if an input cannot be used
     */
    public static Summary compute(List<Path> inputs, Methodology rules, Path out) throws IOException {
        Files.createDirectories(out);
        try (RowLog log = new RowLog(out, inputs);
                DayStore store = new DayStore();
                FixingWriter writer = new FixingWriter(out)) {
            long rows = ObservationReader.read(inputs, log, store::add);
            if (store.days().isEmpty()) {
                throw new InputException(
                        "none of the " + rows + " rows can be used; rejected.csv in " + out + " says why");
            }
            int first = store.days().first();
            int last = store.days().last();
            if (last - first >= DailyFixings.MAX_DAYS) {
                throw new InputException("the input reaches from " + LocalDate.ofEpochDay(first) + " to "
                        + LocalDate.ofEpochDay(last) + ", more than " + DailyFixings.MAX_DAYS + " days");
            }
            Decisions decisions = Decisions.among(inputs);
            DailyFixings engine = new DailyFixings(rules, log, decisions);
            for (int day = first; day <= last; day++) {
                writer.write(engine.day(day, store.take(day)));
                writer.writeBreaks(day, engine.brokenSources());
            }
            if (rules.checked()) {
                decisions.refuseUnused();
            }
            return new Summary(rows, last - first + 1, LocalDate.ofEpochDay(last), writer.fixings(), log.counts());
        }
    }
}
