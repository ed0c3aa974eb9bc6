package org.calx.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.calx.model.Privilege;
import org.calx.model.SenderRole;
import org.junit.jupiter.api.Test;

/** The page of those who run the venue gives every privilege the people and the roles that the code gives it. */
class OperatorsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "spec", "operators.md");

    @Test
    void thePageIsTheTableOfPrivileges() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(rows)
                .hasSameSizeAs(Privilege.values())
                .containsAll(Arrays.stream(Privilege.values())
                        .map(privilege -> rows.stream()
                                .filter(row -> row.startsWith("| `" + privilege + "` |"))
                                .filter(row ->
                                        row.endsWith("| " + privilege.people() + " | " + roles(privilege) + " |"))
                                .findFirst()
                                .orElse(privilege + ": " + privilege.people() + ", " + roles(privilege)))
                        .toList());
    }

    @Test
    void thePageDescribesEveryRole() throws IOException {
        String page = Files.readString(PAGE);
        for (SenderRole role : SenderRole.values()) {
            String signs = role.signs() ? "yes" : "no";
            assertThat(page).containsPattern("\\| " + name(role) + " \\| [^|]+ \\| " + signs + " \\|");
        }
    }

    private static String roles(Privilege privilege) {
        return String.join(
                ", ", privilege.roles().stream().map(OperatorsPageTest::name).toList());
    }

    private static String name(SenderRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
