package org.calx.index.forecast;

/** What is known before an origin of the value some steps from it, as a row of numbers on the scale of the values. */
interface Features {

    /** Numbers of a row. */
    int count();

    /** How many numbers at the front of a row are values of the series, or means of them; the first is the naive forecast. */
    int levels();

    /** Places between two rows of a sample. */
    int spacing();

    /** The first origin whose row is whole. */
    int oldest();

    /**
     * A row.
     *
     * @param values the series, scaled
     * @param origin place of the first value that is not known
     * @param step steps ahead, from 1
     */
    double[] row(double[] values, int origin, int step);

    /** The same with scales taken from the first {@code length} places, where it needs any. */
    default Features scaled(int length) {
        return this;
    }
}
