/**
 * Tables written as CSV or Parquet, by the name of the file.
 *
 * <p>Invariants: a table is written row by row in constant memory; a decimal is exact in both forms, micro-units as {@code
 * DECIMAL(18,6)} in Parquet. Why the Parquet writer is our own: {@code docs/adr/0026-parquet-writer.md}.
 */
package org.calx.index.table;
