/**
 * Reads observations of prices for computing power from CSV, gzip and Parquet files.
 *
 * <p>Invariants: there is one schema, {@link org.calx.index.input.Observation}; a {@link org.calx.index.input.Mapping} says how
 * the columns of a kind of file fill it. Each row ends as an observation or with a reason in the
 * {@link org.calx.index.input.RowLog}: none is dropped in silence. Memory does not grow with the number of rows: what does not
 * fit is kept on disk by day ({@link org.calx.index.input.DayStore}).
 */
package org.calx.index.input;
