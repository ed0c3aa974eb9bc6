package org.calx.bench.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalxBookTest {

    private static final int BID = 0;
    private static final int ASK = 1;

    @TempDir
    private Path folder;

    @Test
    void everyOperationOfTheStreamIsReplayed() throws IOException {
        Totals totals = replay(new long[][] {
            {Workload.GOOD_TILL_CANCEL, 1, 1, ASK, 100, 10},
            {Workload.GOOD_TILL_CANCEL, 2, 1, ASK, 101, 10},
            {Workload.IMMEDIATE_OR_CANCEL, 3, 2, BID, 100, 4},
            {Workload.REDUCE, 1, 1, ASK, 0, 2},
            {Workload.FILL_OR_KILL_BUDGET, 4, 2, BID, 499, 5},
            {Workload.FILL_OR_KILL_BUDGET, 5, 2, BID, 501, 5},
            {Workload.GOOD_TILL_CANCEL, 6, 2, BID, 99, 7},
            {Workload.MOVE, 6, 2, BID, 101, 0},
            {Workload.CANCEL, 6, 2, BID, 0, 0},
            {Workload.MODIFY, 2, 1, ASK, 98, 1},
            {Workload.REDUCE, 2, 1, ASK, 0, 5},
            {Workload.CANCEL, 2, 1, ASK, 0, 0},
        });

        // Fills: 4 at 100; 4 at 100 and 1 at 101 within the budget of 501 but not of 499; the move takes 7 at 101.
        assertThat(totals).isEqualTo(new Totals(4, 16, 800 + 101 + 707, 2));
    }

    @Test
    void fileThatIsNoWorkloadIsRefused() throws IOException {
        Path file = folder.resolve("short.bin");
        Files.write(
                file,
                ByteBuffer.allocate(40)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(8, 5)
                        .array());

        assertThatThrownBy(() -> Workload.read(file)).hasMessageContaining("not a workload");
    }

    private Totals replay(long[][] commands) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((Workload.HEADER + commands.length * Workload.STRIDE) * Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(0).putLong(commands.length).putLong(commands.length);
        for (long[] command : commands) {
            for (long field : command) {
                bytes.putLong(field);
            }
        }
        Path file = folder.resolve("workload.bin");
        Files.write(file, bytes.array());
        Workload workload = Workload.read(file);
        CalxBook book = new CalxBook(workload, 2);
        book.replay(workload.commands(), 0, workload.total());
        return book.totals();
    }
}
