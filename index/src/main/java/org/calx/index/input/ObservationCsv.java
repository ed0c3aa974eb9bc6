package org.calx.index.input;

import java.util.List;

/** The schema of observations as CSV text. */
public final class ObservationCsv {
    /** The header line. */
    public static final String HEADER =
            "date,kind,provider,group,region,model,gpu_count,term,currency,unit,price,gpu_hours,source,generated";

    /** Place of the provider in a row. */
    public static final int PROVIDER = 2;
    /** Place of the source in a row. */
    public static final int SOURCE = 12;

    private ObservationCsv() {}

    /** A row as one line without its end; cells that need it are quoted. */
    public static String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(line.isEmpty() ? "" : ",").append(quoted(cell));
        }
        return line.toString();
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(one -> one == ',' || one == '"' || one == '#');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
