package org.calx.index.push;

import java.util.List;

/**
 * What became of one body.
 *
 * @param sha256 hexadecimal SHA-256 of the body
 * @param repeated whether the same body had come before; then nothing was kept again
 * @param rows outcome of each row in its order; empty if repeated
 */
public record PushAnswer(String sha256, boolean repeated, List<Outcome> rows) {

    public PushAnswer {
        rows = List.copyOf(rows);
    }

    /** What becomes of a row by what it alone shows; the checks between rows follow at the fixing. */
    public enum Verdict {
        ACCEPTED,
        ADJUSTED,
        REFUSED
    }

    /**
     * One row.
     *
     * @param row from 1
     * @param reason empty if it was accepted as it is
     */
    public record Outcome(long row, Verdict verdict, String reason) {}

    /** Rows with this verdict. */
    public long count(Verdict verdict) {
        return rows.stream().filter(one -> one.verdict() == verdict).count();
    }
}
