package org.calx.index.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.calx.api.client.SigningKey;
import org.calx.index.input.InputException;
import org.calx.index.input.ObservationCsv;
import org.calx.index.methodology.Methodology;
import org.calx.index.run.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-03-02T20:00:00Z");

    @TempDir
    private Path folder;

    private PushKeys keys() throws IOException {
        String digest = PushKeys.sha256("secret");
        return PushKeys.read(Files.writeString(
                folder.resolve("keys.csv"), "name,sha256,providers\nall," + digest + ",*\np1," + digest + ",p1;p2\n"));
    }

    private IndexService service() throws IOException {
        return new IndexService(
                folder.resolve("index"), Methodology.CALX_1, List.of(), SigningKey.ofSeed(new byte[32]));
    }

    private static String body(String... rows) {
        return ObservationCsv.HEADER + "\n" + String.join("\n", rows) + "\n";
    }

    private static String row(String provider, String price) {
        return "2026-03-02,list," + provider + ",,US,H100,1,on-demand,USD,gpu-hour," + price + ",,mine,0";
    }

    private String ofSix() {
        String[] rows = new String[6];
        for (int provider = 0; provider < rows.length; provider++) {
            rows[provider] = row("q" + provider, "2." + provider);
        }
        return body(rows);
    }

    @Test
    void aKeyNeedsItsOwnSecret() throws IOException {
        PushKeys keys = keys();
        assertThat(keys.authenticate("all", "secret")).isPresent();
        assertThat(keys.authenticate("all", "Secret")).isEmpty();
        assertThat(keys.authenticate("nobody", "secret")).isEmpty();
        assertThat(keys.authenticate("nobody", "")).isEmpty();
    }

    @Test
    void aFileOfKeysThatCannotBeUsedIsRefusedWithItsRow() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.csv"), "name,sha256,providers\nall,12,*\n");
        assertThatThrownBy(() -> PushKeys.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("row 1");
    }

    @Test
    void eachRowIsAcceptedAdjustedOrRefusedAndTheReasonIsKept() throws IOException {
        PushKey key = keys().authenticate("p1", "secret").orElseThrow();
        IndexService service = service();
        String instance =
                row("p2", "16").replace(",1,on-demand", ",8,on-demand").replace("gpu-hour", "instance-hour");
        PushAnswer answer = service.accept(
                key, body(row("p1", "2.5"), instance, row("p3", "2.5"), row("p1", "-1"), "2026-03-02,list"), NOON);

        assertThat(answer.rows())
                .extracting(PushAnswer.Outcome::verdict)
                .containsExactly(
                        PushAnswer.Verdict.ACCEPTED,
                        PushAnswer.Verdict.ADJUSTED,
                        PushAnswer.Verdict.REFUSED,
                        PushAnswer.Verdict.REFUSED,
                        PushAnswer.Verdict.REFUSED);
        assertThat(Files.readString(folder.resolve("index/refused.csv")))
                .contains(",p1," + answer.sha256() + ",3,\"provider: the key may not tell prices of p3\"")
                .contains(",4,\"price: '-1' is not a decimal above 0\"")
                .contains(",5,\"columns: ");
        assertThat(Files.readAllLines(folder.resolve("index/inputs/2026-03-02.csv")))
                .containsExactly(
                        ObservationCsv.HEADER,
                        row("p1", "2.5").replace(",mine,", ",p1,"),
                        instance.replace(",mine,", ",p1,"));
    }

    @Test
    void aBodyThatComesTwiceCountsOnceAlsoAfterARestart() throws IOException {
        PushKey key = keys().authenticate("all", "secret").orElseThrow();
        assertThat(service().accept(key, ofSix(), NOON).repeated()).isFalse();
        assertThat(service().accept(key, ofSix(), NOON).repeated()).isTrue();
        assertThat(Files.readAllLines(folder.resolve("index/inputs/2026-03-02.csv")))
                .hasSize(7);
    }

    @Test
    void bodiesAreBounded() throws IOException {
        PushKey key = keys().authenticate("all", "secret").orElseThrow();
        IndexService service = service();
        String[] many = new String[IndexService.MAX_ROWS + 1];
        Arrays.fill(many, row("a", "2"));
        assertThatThrownBy(() -> service.accept(key, body(many), NOON)).isInstanceOf(PushRefusal.class);
        assertThatThrownBy(() -> service.accept(key, "when,what\n1,2\n", NOON))
                .isInstanceOf(PushRefusal.class)
                .hasMessageContaining(ObservationCsv.HEADER);

        String[] full = new String[IndexService.MAX_ROWS];
        for (int body = 0; body < IndexService.MAX_ROWS_A_DAY / IndexService.MAX_ROWS; body++) {
            Arrays.fill(full, row("a", "2." + body));
            service.accept(key, body(full), NOON);
        }
        assertThatThrownBy(() -> service.accept(key, ofSix(), NOON)).hasMessageContaining("rows a day");
        assertThat(service.accept(key, ofSix(), NOON.plusSeconds(86_400)).repeated())
                .isFalse();
    }

    @Test
    void printsWhatHasComeAndAgainWhenAPrintFallsDue() throws IOException {
        IndexService service = service();
        assertThat(service.publishIfDue(NOON)).isFalse();
        service.accept(keys().authenticate("all", "secret").orElseThrow(), ofSix(), NOON);

        assertThat(service.publishIfDue(NOON)).isTrue();
        assertThat(service.publishIfDue(NOON.plusSeconds(60))).isFalse();
        assertThat(states()).isEmpty();
        assertThat(service.publishIfDue(EVENING)).isTrue();
        assertThat(states()).containsExactly("preliminary");
        assertThat(service.publishIfDue(EVENING.plusSeconds(86_400))).isTrue();
        assertThat(states()).containsExactly("preliminary", "final");

        // Six equal weights of 2.0 to 2.5; winsorising at 5% changes nothing.
        assertThat(service.fixings(null)).anyMatch(line -> line.startsWith("2026-03-02,H100,2.250000,6,"));
        assertThat(service.fixings(LocalDate.of(2026, 3, 1))).hasSize(1);
        assertThat(Verification.of(folder.resolve("index/out"), List.of()).faults())
                .isEmpty();
    }

    private List<String> states() throws IOException {
        return Files.readAllLines(folder.resolve("index/out/prints.tsv")).stream()
                .map(line -> line.split("\t")[1])
                .filter(body -> body.contains(",H100,"))
                .map(body -> body.substring(0, body.indexOf(',')))
                .toList();
    }
}
