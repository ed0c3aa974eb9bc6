package org.calx.index.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.calx.index.DecimalMicros;
import org.calx.index.hedonic.HedonicFit;
import org.calx.index.methodology.DayResult;
import org.calx.index.methodology.Fixing;

/** Writes {@code fixings.csv}, {@code weights.csv}, {@code panel.csv} and {@code hedonic.csv} of a run. */
final class FixingWriter implements AutoCloseable {
    private final BufferedWriter fixings;
    private final BufferedWriter weights;
    private final BufferedWriter panel;
    private final BufferedWriter hedonic;
    private long count;

    FixingWriter(Path folder) throws IOException {
        fixings = Files.newBufferedWriter(folder.resolve("fixings.csv"));
        weights = Files.newBufferedWriter(folder.resolve("weights.csv"));
        panel = Files.newBufferedWriter(folder.resolve("panel.csv"));
        hedonic = Files.newBufferedWriter(folder.resolve("hedonic.csv"));
        hedonic.write("date,attribute,coefficient,standard_error,groups,series\n");
        fixings.write("date,index,value,contributors,low,high,status\n");
        weights.write("date,index,provider,group,weight,price,move\n");
        panel.write("date,index,joined,left,matched\n");
    }

    void write(DayResult day) throws IOException {
        for (Fixing fixing : day.fixings()) {
            fixings.write(line(fixing));
            fixings.write('\n');
            count++;
        }
        for (DayResult.Weight weight : day.weights()) {
            weights.write(String.format(
                    Locale.ROOT,
                    "%s,%s,%s,%s,%.6f,%s,%s\n",
                    LocalDate.ofEpochDay(weight.epochDay()),
                    weight.index(),
                    weight.provider(),
                    weight.group(),
                    weight.weight(),
                    DecimalMicros.text(weight.priceMicros()),
                    Double.isNaN(weight.logMove()) ? "" : String.format(Locale.ROOT, "%.6f", weight.logMove())));
        }
        if (day.estimate().isPresent()) {
            write(day.estimate().get());
        }
        for (DayResult.PanelChange change : day.changes()) {
            panel.write(LocalDate.ofEpochDay(change.epochDay()) + "," + change.index() + "," + change.joined() + ","
                    + change.left() + "," + change.matched() + "\n");
        }
    }

    private void write(HedonicFit fit) throws IOException {
        for (HedonicFit.Coefficient one : fit.coefficients()) {
            hedonic.write(String.format(
                    Locale.ROOT,
                    "%s,%s,%.6f,%.6f,%d,%d\n",
                    LocalDate.ofEpochDay(fit.epochDay()),
                    one.attribute(),
                    one.value(),
                    one.standardError(),
                    one.groups(),
                    fit.series()));
        }
    }

    /** The sources that changed what they collect, as {@code source:NAME} where an index stands. */
    void writeBreaks(int epochDay, Map<String, Integer> broken) throws IOException {
        for (Map.Entry<String, Integer> one : broken.entrySet()) {
            panel.write(LocalDate.ofEpochDay(epochDay) + ",source:" + one.getKey() + ",0," + one.getValue() + ",0\n");
        }
    }

    /** A fixing as a line of {@code fixings.csv}. */
    static String line(Fixing fixing) {
        return LocalDate.ofEpochDay(fixing.epochDay()) + "," + fixing.index() + ","
                + DecimalMicros.text(fixing.valueMicros()) + "," + fixing.contributors() + ","
                + DecimalMicros.text(fixing.lowMicros()) + "," + DecimalMicros.text(fixing.highMicros()) + ","
                + fixing.statusText();
    }

    long fixings() {
        return count;
    }

    @Override
    public void close() throws IOException {
        fixings.close();
        weights.close();
        panel.close();
        hedonic.close();
    }
}
