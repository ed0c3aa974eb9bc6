package org.calx.index.table;

/**
 * A column of a table.
 *
 * @param name its name
 * @param type what its cells are
 */
public record Column(String name, Type type) {

    /** Types of cells, all required but {@link #DOUBLE}, which may be absent. */
    public enum Type {
        /** {@link String}. */
        TEXT(6, 0),
        /** {@link java.time.LocalDate}. */
        DATE(1, 6),
        /** {@link Integer}. */
        INTEGER(1, -1),
        /** {@link Long}: millionths, a decimal with six digits after the point. */
        MICROS(2, 5),
        /** {@link Double}, NaN if absent. */
        DOUBLE(5, -1);

        /** Physical type by Parquet's numbers: INT32 1, INT64 2, DOUBLE 5, BYTE_ARRAY 6. */
        final int physical;
        /** Parquet's converted type: UTF8 0, DECIMAL 5, DATE 6; -1 for none. */
        final int converted;

        Type(int physical, int converted) {
            this.physical = physical;
            this.converted = converted;
        }
    }
}
