package org.calx.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioRunnerTest {
    private static final String VENUE = """
        operator: open
        operator: market COMPUTE first 2026-12-01
        operator: product H100 compute market COMPUTE currency USD tick 0.01 unit GPU-hour
        operator: parameters H100
        operator: instrument H100-31DEC26 product H100 fixings 2026-12-01 2026-12-31 reference 2.50
        operator: account alice
        """;

    @TempDir
    Path folder;

    @Test
    void commandsAndEventsAreWrittenLineByLine() throws IOException {
        assertThat(run("operator: open # with defaults\n\n"
                        + "# a comment\n"
                        + "after 5s\n"
                        + "operator: account alice \"Alice Ltd\"\n"))
                .isEqualTo("""
                    2026-11-02T09:00:00Z operator: open
                      venueOpened operator=operator accounts=64 instruments=64 orders=1024 ordersPerAccount=100\
                     fillsPerCommand=100 commandWindow=64 clientOrderIdWindow=16
                      commandResult sender=operator epoch=1 sequence=1 reason=NONE reference=- duplicate=false
                    2026-11-02T09:00:05.001Z operator: account alice "Alice Ltd"
                      accountOpened account=alice name="Alice Ltd"
                      commandResult sender=operator epoch=1 sequence=2 reason=NONE reference=- duplicate=false
                    """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        alice: fly                                  | unknown verb 'fly'
        operator: fly                               | unknown verb 'fly' of operator
        alice                                       | expected 'at TIME', 'after DURATION' or 'SPEAKER: COMMAND'
        bob: buy 1 H100-31DEC26 at 2.50             | no account is called 'bob' here
        alice via web: buy 1 H100-31DEC26 at 2.50   | no sender is called 'web' here
        alice: buy 1 H200-31DEC26 at 2.50           | no instrument is called 'H200-31DEC26' here
        alice: buy one H100-31DEC26 at 2.50         | a quantity in lots must be a whole number, found 'one'
        alice: buy 1 H100-31DEC26 at 2.505          | a price must be a multiple of the tick 0.01, found 2.505
        alice: buy 1 H100-31DEC26 at 2.50 gtd       | expected one of gtc, day, ioc, fok, post-only, id, label, in, oco, as, found 'gtd'
        alice: buy 1 H100-31DEC26 2.50              | expected 'at', found '2.50'
        alice: cancel a1                            | no order is called 'a1' here
        operator: deposit alice 1.0000001 USD       | an amount must be a decimal with at most 6 digits after the point, found '1.0000001'
        operator: deposit alice 1 GBP               | a currency must be one of USD, EUR, CNY, found 'GBP'
        operator: phase COMPUTE 2026-13-01 open     | a business date must be a date such as 2026-11-02, found '2026-13-01'
        operator: phase COMPUTE 2026-12-01 opened   | a phase must be one of closed, open, closing, halted, found 'opened'
        operator: account bob "Bob                  | a quotation is not closed
        operator: mark H100-31DEC26                 | expected a price, found the end of the line
        operator: mark H100-31DEC26 2.50 USD        | unexpected 'USD'
        at noon                                     | a time must be such as 2026-11-02T09:00:00Z, found 'noon'
        after 5 minutes                             | a duration must be such as 500ms, 30s, 5m or 8h, found '5'
        """)
    void aWrongLineIsNamedWithItsReason(String line, String reason) {
        assertThatThrownBy(() -> run(VENUE + line + "\n"))
                .isInstanceOf(ScenarioException.class)
                .hasMessage("test.scenario:7: " + reason);
    }

    @Test
    void anErrorInAnIncludedFileNamesThatFile() throws IOException {
        Files.writeString(folder.resolve("part.scenario"), "operator: open\noperator: sing\n");
        assertThatThrownBy(() -> run("include part.scenario\n"))
                .isInstanceOf(ScenarioException.class)
                .hasMessage("part.scenario:2: unknown verb 'sing' of operator");
    }

    @Test
    void aMissingFileIsAnError() {
        assertThatThrownBy(() -> run("include nothing.scenario\n")).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aFileThatIsTooLongIsNotRead() {
        assertThatThrownBy(() -> run("#".repeat((int) Scenario.MAX_BYTES + 1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("at most");
    }

    private String run(String scenario) throws IOException {
        Path file = folder.resolve("test.scenario");
        Files.writeString(file, scenario);
        StringBuilder out = new StringBuilder();
        ScenarioRunner.run(file, out);
        return out.toString();
    }
}
