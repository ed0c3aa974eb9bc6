package org.calx.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.calx.model.RejectReason;
import org.junit.jupiter.api.Test;

/** The page of refusals and the code say the same. */
class RejectsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "spec", "rejects.md");

    @Test
    void thePageListsEveryReason() throws IOException {
        List<String> listed = rows().map(row -> row[0]).toList();
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(RejectReason.values())
                        .filter(reason -> reason != RejectReason.NONE)
                        .map(Enum::name)
                        .toList());
    }

    @Test
    void thePageGivesEachReasonsOwnSentence() throws IOException {
        assertThat(rows()).allSatisfy(row -> assertThat(row[1])
                .isEqualTo(RejectReason.valueOf(row[0]).text()));
    }

    @Test
    void thePageSaysForEachReasonWhatToDo() throws IOException {
        assertThat(rows()).allSatisfy(row -> assertThat(row[2]).isNotBlank());
    }

    /** Reason, meaning and what to do of each row of the table. */
    private static Stream<String[]> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(1, line.lastIndexOf('|')).split("\\|"))
                .map(cells -> new String[] {cells[0].strip().replace("`", ""), cells[1].strip(), cells[2].strip()});
    }
}
