package org.calx.acceptance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.calx.app.scenario.ScenarioRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every {@code *.scenario} gives the events in the {@code *.events} beside it, line by line, and gives them again however
 * often the exchange is replaced by one that has read its snapshot.
 *
 * <p>After a deliberate change of behaviour, {@code mvn test -pl acceptance -am -Dtest=GoldenScenarioTest
 * -Dgolden.regenerate=true} writes the events anew; the difference is then reviewed like code.
 */
class GoldenScenarioTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
    private static final boolean REGENERATE = Boolean.getBoolean("golden.regenerate");

    static List<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".scenario"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void eventsAreTheGoldenOnes(Path scenario) throws IOException {
        Path golden = golden(scenario);
        String events = run(scenario);
        if (REGENERATE) {
            Files.writeString(golden, events, StandardCharsets.UTF_8);
        }
        assertThat(golden).as("golden events of %s", scenario).exists();
        assertThat(events).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aSecondRunGivesTheSame(Path scenario) throws IOException {
        assertThat(run(scenario)).isEqualTo(run(scenario));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aSnapshotHalfWayChangesNothing(Path scenario) throws IOException {
        StringBuilder events = new StringBuilder();
        int commands = ScenarioRunner.run(scenario, new StringBuilder(), command -> false);
        ScenarioRunner.run(scenario, events, command -> command == commands / 2);
        assertThat(events.toString()).isEqualTo(run(scenario));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aSnapshotBeforeEveryCommandChangesNothing(Path scenario) throws IOException {
        StringBuilder events = new StringBuilder();
        ScenarioRunner.run(scenario, events, command -> true);
        assertThat(events.toString()).isEqualTo(run(scenario));
    }

    @Test
    void everyGoldenFileHasItsScenario() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.filter(file -> file.toString().endsWith(".events")))
                    .isNotEmpty()
                    .allSatisfy(events -> assertThat(Path.of(events.toString().replace(".events", ".scenario")))
                            .exists());
        }
    }

    private static String run(Path scenario) throws IOException {
        StringBuilder events = new StringBuilder();
        ScenarioRunner.run(scenario, events);
        return events.toString();
    }

    private static Path golden(Path scenario) {
        return Path.of(scenario.toString().replace(".scenario", ".events"));
    }
}
