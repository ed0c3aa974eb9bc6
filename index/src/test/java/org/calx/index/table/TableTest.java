package org.calx.index.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.calx.index.input.TableReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read back by Hardwood, which shares no code with the writer. */
class TableTest {
    private static final long SEED = Long.getLong("calx.seed", 20261127L);
    private static final List<Column> COLUMNS = List.of(
            new Column("day", Column.Type.DATE),
            new Column("name", Column.Type.TEXT),
            new Column("price", Column.Type.MICROS),
            new Column("count", Column.Type.INTEGER),
            new Column("move", Column.Type.DOUBLE));

    @TempDir
    private Path folder;

    private static List<String> read(Path file) {
        List<String> rows = new ArrayList<>();
        TableReader.read(file, 1_000_000, (header, _, cells) -> {
            if (rows.isEmpty()) {
                rows.add(String.join("|", header));
            }
            rows.add(String.join("|", cells));
        });
        return rows;
    }

    @Test
    void parquetHoldsWhatTheCsvHoldsOverSeveralRowGroups() throws IOException {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        Path parquet = folder.resolve("t.parquet");
        Path csv = folder.resolve("t.csv");
        try (TableWriter one = TableWriter.create(parquet, COLUMNS);
                TableWriter other = TableWriter.create(csv, COLUMNS)) {
            for (int row = 0; row < 2 * ParquetTable.ROWS_OF_GROUP + 17; row++) {
                Object[] cells = {
                    LocalDate.ofEpochDay(random.nextInt(-100_000, 100_000)),
                    random.nextInt(10) == 0 ? "Zürich, \"" + row + "\"" : "p" + random.nextInt(50),
                    random.nextLong(-1_000_000_000_000_000L, 1_000_000_000_000_000L),
                    random.nextInt(),
                    random.nextInt(3) == 0 ? Double.NaN : random.nextGaussian()
                };
                one.row(cells);
                other.row(cells);
            }
        }

        assertThat(read(parquet)).isEqualTo(read(csv)).hasSize(2 * ParquetTable.ROWS_OF_GROUP + 18);
        assertThat(Files.size(parquet)).isLessThan(Files.size(csv));
    }

    @Test
    void anEmptyTableIsOne() throws IOException {
        Path parquet = folder.resolve("empty.parquet");
        TableWriter.create(parquet, COLUMNS).close();

        assertThat(read(parquet)).isEmpty();
    }

    @Test
    void aRowOfOneValueAndOneOfNoneAreToldApart() throws IOException {
        Path parquet = folder.resolve("two.parquet");
        try (TableWriter table = TableWriter.create(parquet, COLUMNS)) {
            table.row(LocalDate.of(2026, 7, 31), "a", 2_500_001L, 3, Double.NaN);
            table.row(LocalDate.of(2026, 8, 1), "b", -1L, 4, 0.25);
        }

        assertThat(read(parquet))
                .containsExactly(
                        "day|name|price|count|move", "2026-07-31|a|2.500001|3|", "2026-08-01|b|-0.000001|4|0.25");
    }
}
